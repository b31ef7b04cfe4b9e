package fr.socle.dmp.registry.service;

import fr.socle.dmp.registry.service.AdhocQuery.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters this DMP takes into account for each stored query (dmp.md 1.10; ITI-18 (K)), and
 * those that can select nothing as they are written.
 */
public final class QueryCriteria {
  private static final String ENTRY = "$XDSDocumentEntry";
  private static final String SET = "$XDSSubmissionSet";
  private static final Set<String> PATIENTS = Set.of(ENTRY + "PatientId", SET + "PatientId");
  private static final List<String> TIMES =
      List.of(
          ENTRY + "CreationTime",
          ENTRY + "ServiceStartTime",
          ENTRY + "ServiceStopTime",
          SET + "SubmissionTime");
  private static final Set<String> OF_DOCUMENTS =
      named(
          ENTRY,
          "Status",
          "ClassCode",
          "TypeCode",
          "FormatCode",
          "PracticeSettingCode",
          "HealthcareFacilityTypeCode",
          "ConfidentialityCode",
          "EventCodeList",
          "CreationTimeFrom",
          "CreationTimeTo",
          "ServiceStartTimeFrom",
          "ServiceStartTimeTo",
          "ServiceStopTimeFrom",
          "ServiceStopTimeTo",
          "ReferenceIdList",
          "Type",
          "AuthorPerson");
  private static final Set<String> OF_SETS =
      named(
          SET,
          "Status",
          "SubmissionTimeFrom",
          "SubmissionTimeTo",
          "SourceId",
          "AuthorPerson",
          "ContentType");
  private static final Set<String> IDENTIFIERS = named(ENTRY, "UniqueId", "EntryUUID");

  // They say where and in what form, not what: one community, one form.
  private static final Set<String> OF_NO_QUERY = Set.of("$homeCommunityId", "$MetadataLevel");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,14}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final String LEAST = "00000101000000";

  private QueryCriteria() {}

  private static Set<String> named(String prefix, String... names) {
    return List.of(names).stream().map(prefix::concat).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a parameter changes anything to what a stored query gives. */
  public static boolean isTaken(Kind kind, String parameter) {
    return PATIENTS.contains(parameter)
        || OF_NO_QUERY.contains(parameter)
        || switch (kind) {
          case FIND_DOCUMENTS, FIND_BY_REFERENCE_ID -> OF_DOCUMENTS.contains(parameter);
          case FIND_SUBMISSION_SETS -> OF_SETS.contains(parameter);
          case GET_DOCUMENTS, GET_DOCUMENTS_AND_ASSOCIATIONS -> IDENTIFIERS.contains(parameter);
          case GET_ASSOCIATIONS -> parameter.equals("$uuid");
        };
  }

  /**
   * What is badly written.
   *
   * @param parameter name of the parameter
   * @param expected what it should be, French
   * @param found what it is
   * @param repeated whether it is a value too many, not a wrong one
   */
  public record Defect(String parameter, String expected, String found, boolean repeated) {}

  /** The parameters that can select nothing, or of which a part is not looked at, in order. */
  public static List<Defect> defects(AdhocQuery query) {
    List<Defect> defects = new ArrayList<>();
    Set<String> single = new HashSet<>(PATIENTS);
    TIMES.forEach(
        time -> {
          single.add(time + "From");
          single.add(time + "To");
        });
    query.slots().stream()
        .map(slot -> slot.name())
        .distinct()
        .filter(single::contains)
        .filter(name -> query.values(name).size() > 1)
        .forEach(
            name ->
                defects.add(
                    new Defect(name, "une seule valeur", query.values(name).toString(), true)));
    TIMES.forEach(time -> period(query, time, defects));
    for (String status : List.of(ENTRY + "Status", SET + "Status")) {
      query.values(status).stream()
          .filter(value -> Availability.of(value).isEmpty())
          .forEach(
              value ->
                  defects.add(
                      new Defect(
                          status,
                          "un statut, tel que " + Availability.APPROVED.urn(),
                          value,
                          false)));
    }
    return defects;
  }

  private static void period(AdhocQuery query, String time, List<Defect> defects) {
    for (String bound : List.of(time + "From", time + "To")) {
      query.values(bound).stream()
          .filter(value -> DIGITS.matcher(value).matches() && !isOfTheCalendar(value))
          .forEach(value -> defects.add(new Defect(bound, "une date du calendrier", value, false)));
    }
    String from = query.value(time + "From").orElse("");
    String to = query.value(time + "To").orElse("");
    if (DIGITS.matcher(from).matches()
        && DIGITS.matcher(to).matches()
        && Criteria.full(from).compareTo(Criteria.full(to)) > 0) {
      defects.add(new Defect(time + "From", "une date d'avant " + to, from, false));
    }
  }

  private static boolean isOfTheCalendar(String digits) {
    // What is cut short is the first of its month or year.
    String whole = digits + LEAST.substring(Math.min(digits.length(), LEAST.length()));
    try {
      LocalDate unused = LocalDate.parse(whole.substring(0, "uuuuMMdd".length()), DAY);
    } catch (DateTimeException e) {
      return false;
    }
    return digits.length() % 2 == 0
        && within(whole, 8, 23)
        && within(whole, 10, 59)
        && within(whole, 12, 59);
  }

  private static boolean within(String whole, int at, int most) {
    return Integer.parseInt(whole.substring(at, at + 2)) <= most;
  }
}
