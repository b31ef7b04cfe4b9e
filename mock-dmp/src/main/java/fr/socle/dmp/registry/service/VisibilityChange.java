package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.Act;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change of what a document is hidden from: TD3.3a, TD3.3b (dmp.md 1.12, 3.4, 5.3).
 *
 * @param former the last version
 * @param wanted the metadata that are sent
 */
record VisibilityChange(StoredEntry former, DocumentEntry wanted) {
  /** What it amounts to; showing, when nothing changes (A). */
  Set<Act> acts() {
    Set<Act> acts = new LinkedHashSet<>();
    boolean masked = StoredEntry.has(wanted, StoredEntry.MASKED);
    if (masked != former.masked()) {
      acts.add(masked ? Act.MASK : Act.UNMASK);
    }
    if (!fromPatients(wanted).equals(fromPatients(former.entry())) || acts.isEmpty()) {
      acts.add(Act.SHOW);
    }
    return acts;
  }

  /** Whether it hides from the patient, or who represents him, what they could see. */
  boolean hidesAgain() {
    return !fromPatients(former.entry()).containsAll(fromPatients(wanted));
  }

  /**
   * The next version: what is not visibility stays as it was, the normal code included (dmp.md
   * 3.4), for whoever shows a document is not its author.
   */
  RegistryObject rewritten(String uuid) {
    List<Coded> codes =
        new ArrayList<>(
            former.entry().confidentialityCode().stream()
                .filter(code -> !StoredEntry.isVisibility(code.code()))
                .toList());
    wanted.confidentialityCode().stream()
        .filter(code -> StoredEntry.isVisibility(code.code()))
        .forEach(codes::add);
    return RegistryObjectBuilder.of(former.metadata())
        .attribute("id", uuid)
        .codes(Scheme.CONFIDENTIALITY_CODE, codes.toArray(Coded[]::new))
        .build();
  }

  /** The attributes that are not as they were, visibility left aside. */
  List<String> others() {
    List<String> changed = new ArrayList<>(KeptMetadata.changed(former.entry(), wanted));
    if (!others(wanted).equals(others(former.entry()))) {
      changed.add("confidentialityCode");
    }
    return changed;
  }

  /** The codes that hide nothing, such as N. */
  private static Set<String> others(DocumentEntry entry) {
    return entry.confidentialityCode().stream()
        .map(Coded::code)
        .filter(code -> !StoredEntry.isVisibility(code))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> fromPatients(DocumentEntry entry) {
    return entry.confidentialityCode().stream()
        .map(Coded::code)
        .filter(code -> StoredEntry.isVisibility(code) && !code.equals(StoredEntry.MASKED))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What was done, in words. */
  static String words(Set<Act> acts) {
    return acts.stream()
        .map(
            act ->
                switch (act) {
                  case MASK -> "masqué aux professionnels";
                  case UNMASK -> "montré aux professionnels";
                  default -> "visibilité du patient et de ses représentants";
                })
        .collect(Collectors.joining(", "));
  }
}
