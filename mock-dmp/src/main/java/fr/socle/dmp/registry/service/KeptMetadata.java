package fr.socle.dmp.registry.service;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.DocumentEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What metadata say of a document besides who may see it; labels, order and what the repository
 * computes are left aside.
 */
public final class KeptMetadata {
  private KeptMetadata() {}

  /** By attribute, in a form that can be compared. */
  public static Map<String, Object> of(DocumentEntry entry) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("uniqueId", entry.uniqueId());
    all.put("creationTime", entry.creationTime());
    all.putAll(ofContent(entry));
    return all;
  }

  /** The names of those that are not alike, in order. */
  static List<String> changed(DocumentEntry former, DocumentEntry wanted) {
    Map<String, Object> before = of(former);
    return of(wanted).entrySet().stream()
        .filter(each -> !each.getValue().equals(before.get(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that stay when the same document is described once more, under another identifier. */
  public static Map<String, Object> ofContent(DocumentEntry entry) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("mimeType", entry.mimeType());
    all.put("title", entry.title());
    all.put("patientId", entry.patientId());
    all.put("sourcePatientId", entry.sourcePatientId());
    all.put("sourcePatientInfo", entry.sourcePatientInfo().stream().sorted().toList());
    all.put("author", entry.authors());
    all.put("legalAuthenticator", entry.legalAuthenticator());
    all.put("classCode", codes(entry.classCode()));
    all.put("typeCode", codes(entry.typeCode()));
    all.put("formatCode", codes(entry.formatCode()));
    all.put("healthcareFacilityTypeCode", codes(entry.healthcareFacilityTypeCode()));
    all.put("practiceSettingCode", codes(entry.practiceSettingCode()));
    all.put("eventCodeList", codes(entry.eventCodeList()));
    all.put("languageCode", entry.languageCode());
    all.put("serviceStartTime", entry.serviceStartTime());
    all.put("serviceStopTime", entry.serviceStopTime());
    all.put("referenceIdList", entry.referenceIdList().stream().sorted().toList());
    return all;
  }

  /** Codes and schemes, in an order of their own. */
  public static List<String> codes(List<Coded> codes) {
    return codes.stream().map(Coded::toString).sorted().toList();
  }
}
