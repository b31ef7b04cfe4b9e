package fr.socle.lps.actions;

import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.ebxml.Status;
import fr.socle.lps.dmp.ebxml.StoredQuery;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user searches in the DMP (DMP/UX.27).
 *
 * @param slots lists of values by parameter of the stored query
 * @param dates bounds in digits by parameter
 * @param statuses documents of which status
 * @param order placer order number, null for any
 * @param title words of the title in lower case, empty for any
 */
record DmpCriteria(
    Map<String, List<String>> slots,
    Map<String, String> dates,
    List<Status> statuses,
    @Nullable String order,
    String title) {

  static final DmpCriteria NONE =
      new DmpCriteria(Map.of(), Map.of(), List.of(Status.ACTUEL), null, "");

  private static final List<Status> EVERY_STATUS =
      List.of(Status.ACTUEL, Status.REMPLACE, Status.ARCHIVE);
  private static final String MODALITY = "^^1.2.250.1.213.1.1.5.618";
  private static final String ENTRY = "$XDSDocumentEntry";
  private static final String ORDER = "^urn:ihe:iti:xds:2013:order";
  private static final String LOINC = "2.16.840.1.113883.6.1";
  private static final String NATIONAL_TYPES = "1.2.250.1.213.1.1.4.12";
  private static final String IHE_FORMATS = "1.3.6.1.4.1.19376.1.2.3";
  private static final String NATIONAL_FORMATS = "1.2.250.1.213.1.1.4.2.282";
  private static final String DICOM = "1.2.840.10008.2.6.1";
  private static final DocumentTypes TYPES = DocumentTypes.standard();

  static DmpCriteria read(Input input) {
    Map<String, List<String>> slots = new LinkedHashMap<>();
    slot(slots, "TypeCode", texts(input, "types").stream().map(DmpCriteria::type).toList());
    slot(
        slots,
        "ClassCode",
        texts(input, "classes").stream()
            .map(code -> DocumentTypes.classCode(code).inQuery())
            .toList());
    slot(slots, "FormatCode", texts(input, "formats").stream().map(DmpCriteria::format).toList());
    slot(
        slots,
        "PracticeSettingCode",
        texts(input, "cadres").stream().map(code -> code + "^^1.2.250.1.213.1.1.4.9").toList());
    slot(
        slots,
        "HealthcareFacilityTypeCode",
        texts(input, "secteurs").stream().map(code -> code + "^^1.2.250.1.71.4.2.4").toList());
    slot(
        slots,
        "EventCodeList",
        texts(input, "evenements").stream().map(code -> code + MODALITY).toList());
    input
        .optionalText("auteur")
        .ifPresent(name -> slot(slots, "AuthorPerson", List.of("%" + name + "%")));
    if (input.flag("masques", false)) {
      slot(slots, "ConfidentialityCode", List.of("MASQUE_PS^^1.2.250.1.213.1.1.4.13"));
    }
    Map<String, String> dates = new LinkedHashMap<>();
    date(input, "depuis", 0, "ServiceStartTimeFrom", dates);
    date(input, "jusqua", 1, "ServiceStartTimeTo", dates);
    date(input, "deposesDepuis", 0, "CreationTimeFrom", dates);
    List<Status> statuses =
        texts(input, "statuts").stream()
            .map(
                word ->
                    Status.ofWire(word)
                        .orElseThrow(() -> new InputRefused("Statut inconnu : « " + word + " ».")))
            .toList();
    return new DmpCriteria(
        slots,
        dates,
        statuses.isEmpty() ? List.of(Status.ACTUEL) : statuses,
        input.optionalText("numeroDemande").orElse(null),
        input.optionalText("titre").orElse("").toLowerCase(Locale.ROOT));
  }

  /** A type with its scheme; one this software does not make is of LOINC, or national. */
  private static String type(String code) {
    return TYPES
        .of(code)
        .map(known -> known.type().inQuery())
        .orElseGet(() -> in(code, code.matches("[0-9]+-[0-9]") ? LOINC : NATIONAL_TYPES));
  }

  /** A format with its scheme (dmp.md 3.5). */
  private static String format(String code) {
    if (code.startsWith("urn:ihe:")) {
      return in(code, IHE_FORMATS);
    }
    return in(code, code.startsWith("urn:") ? NATIONAL_FORMATS : DICOM);
  }

  private static String in(String code, String scheme) {
    return code.contains("^") ? code : code + "^^" + scheme;
  }

  private static List<String> texts(Input input, String member) {
    return input.optionalTexts(member).orElse(List.of());
  }

  private static void slot(Map<String, List<String>> slots, String name, List<String> values) {
    if (!values.isEmpty()) {
      slots.put(ENTRY + name, values);
    }
  }

  private static void date(
      Input input, String member, int more, String slot, Map<String, String> dates) {
    input
        .optionalText(member)
        .ifPresent(day -> dates.put(ENTRY + slot, DmpLibrary.digits(DocumentInput.day(day, more))));
  }

  /** The stored query for a patient. */
  StoredQuery query(String patient) {
    StoredQuery query =
        order == null
            ? StoredQuery.documents(patient, statuses)
            : StoredQuery.byReference(
                patient, statuses, order.endsWith(":order") ? order : order + ORDER);
    slots.forEach(query::anyOf);
    dates.forEach(query::at);
    return query;
  }

  /** What mutants ask instead. */
  DmpCriteria bent(Defects defects) {
    if (defects.has(Mutant.DMP_CRITERES_LOCAUX)) {
      return NONE;
    }
    if (defects.has(Mutant.DMP_DEMANDE_PAR_TYPE)) {
      return new DmpCriteria(slots, dates, statuses, null, title);
    }
    if (defects.has(Mutant.DMP_PREMIER_CRITERE) && !slots.isEmpty()) {
      String first = slots.keySet().iterator().next();
      return new DmpCriteria(
          Map.of(first, slots.getOrDefault(first, List.of())), Map.of(), statuses, order, title);
    }
    return defects.has(Mutant.DMP_STATUTS_TOUS)
        ? new DmpCriteria(slots, dates, EVERY_STATUS, order, title)
        : this;
  }

  /** What no stored query can ask: the words of the title. */
  boolean keeps(FoundEntry entry) {
    return entry.title().toLowerCase(Locale.ROOT).contains(title);
  }
}
