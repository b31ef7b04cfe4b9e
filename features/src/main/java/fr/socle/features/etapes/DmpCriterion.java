package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.run.Software;
import java.util.Arrays;
import java.util.List;

/**
 * A criterion of a search: what the user asks for, and the query parameter that carries it to the
 * DMP (dmp.md 1.10).
 */
enum DmpCriterion {
  TYPE("type", "types", "TypeCode", "11502-2"),
  CLASS("classe", "classes", "ClassCode", "10"),
  FORMAT("format", "formats", "FormatCode", "urn:ihe:lab:xd-lab:2008"),
  DATE("date", "depuis", "ServiceStartTimeFrom CreationTimeFrom ServiceStopTimeFrom", "2020-01-01"),
  AUTHOR("auteur", "auteur", "AuthorPerson", "MARTIN"),
  SETTING("cadre d'exercice", "cadres", "PracticeSettingCode", "AMBULATOIRE"),
  FACILITY("secteur d'activité", "secteurs", "HealthcareFacilityTypeCode", "SA07"),
  EVENT("acte", "evenements", "EventCodeList", "MR");

  private final String words;
  private final String member;

  /** Names without their prefix, separated by spaces: any of them carries the criterion. */
  private final String parameters;

  private final String value;

  DmpCriterion(String words, String member, String parameters, String value) {
    this.words = words;
    this.member = member;
    this.parameters = parameters;
    this.value = value;
  }

  static DmpCriterion of(String words) {
    return Arrays.stream(values())
        .filter(one -> one.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(words));
  }

  String words() {
    return words;
  }

  ObjectNode asInput() {
    ObjectNode criteria = Software.input();
    if (this == DATE || this == AUTHOR) {
      criteria.put(member, value);
    } else {
      criteria.putArray(member).add(value);
    }
    return criteria;
  }

  /** Whether a query parameter carries what the user asked for. */
  boolean isCarriedBy(String parameter, List<String> values) {
    String wanted = this == DATE ? "2020" : value;
    return Arrays.stream(parameters.split(" ", -1))
            .anyMatch(one -> parameter.equals("$XDSDocumentEntry" + one))
        && values.stream().anyMatch(one -> one.contains(wanted) || startsAYearBefore(one));
  }

  /** The first of January here is the last of December in universal time. */
  private boolean startsAYearBefore(String digits) {
    return this == DATE && digits.replaceAll("\\D", "").startsWith("20191231");
  }
}
