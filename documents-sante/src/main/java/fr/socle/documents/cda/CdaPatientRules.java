package fr.socle.documents.cda;

import static fr.socle.documents.cda.HeaderRule.official;
import static fr.socle.documents.cda.HeaderRule.once;
import static fr.socle.documents.cda.HeaderRule.weaker;

import fr.socle.bench.check.Findings;
import fr.socle.bench.world.InsOid;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.ins.Ins;
import fr.socle.documents.ins.InsKind;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The patient of a document and her INS (cda.md 2.1, 5.4). */
final class CdaPatientRules {
  private static final String PATIENT = "recordTarget/patientRole/patient";
  private static final String BIRTH = "BR";
  private static final Set<String> NAME_QUALIFIERS = Set.of(BIRTH, "CL");
  private static final Pattern TELECOM =
      Pattern.compile("(tel|fax|mailto|http|ftp|mllp):.+", Pattern.DOTALL);
  private static final Pattern MATRICULE_SHAPE =
      Pattern.compile("[1-478][0-9]{4}[0-9AB]{8}[0-9]{2}");

  private CdaPatientRules() {}

  static List<DocumentRule<CdaDocument>> all(ValueSets codes) {
    return List.of(
        official("CDA-PA-01", "2", "Le document a un patient.", once("recordTarget")),
        official(
            "CDA-PA-02",
            "2.1",
            "Chaque identifiant du patient a une autorité et un numéro.",
            CdaPatientRules::ids),
        official(
            "CDA-PA-03",
            "2.1",
            "Un patient identifié par son INS a ses six traits.",
            CdaPatientRules::traits),
        official(
            "CDA-PA-04",
            "2.1",
            "Le nom de famille du patient est de naissance (BR) ou utilisé (CL).",
            CdaPatientRules::qualifiers),
        official(
            "CDA-PA-05",
            "2.1",
            "Les adresses de télécommunication du patient ont un préfixe connu.",
            CdaPatientRules::telecoms),
        // The official validator misses both: cda.md 5.4 (S: M, on the rule insi.md 5.2 (K, S:6)).
        weaker(
            "CDA-PA-06",
            RuleSource.VU,
            "5.4 (S: M) ; insi.md 5.2 (K, S:6)",
            "La clé de l'INS est celle de son matricule.",
            CdaPatientRules::key),
        weaker(
            "CDA-PA-07",
            RuleSource.VU,
            "5.4 (S: M) ; insi.md 5.1 (S:8)",
            "Un matricule INS porte l'OID d'une autorité d'affectation.",
            CdaPatientRules::authority),
        official(
            "CDA-PA-08",
            "2.1",
            "Un représentant est une personne ou une organisation ; le lieu de naissance est unique.",
            CdaPatientRules::surroundings),
        weaker(
            "CDA-PA-09",
            RuleSource.VU,
            "2.1 (S: NOS, JDV_J143 ; TC3, exemples)",
            "Le sexe du patient est un code de JDV_J143.",
            (document, findings) -> sex(codes, document, findings)));
  }

  private static void surroundings(CdaDocument document, Findings findings) {
    for (XmlElement guardian : Cda.all(document.root(), PATIENT + "/guardian")) {
      int found =
          Cda.all(guardian, "guardianPerson").size()
              + Cda.all(guardian, "guardianOrganization").size();
      if (found != 1 && Cda.given(guardian)) {
        findings.add(
            guardian::path,
            "guardianPerson ou guardianOrganization",
            found == 0 ? "aucun" : String.valueOf(found),
            "Décrivez chaque représentant par une personne ou par une organisation.");
      }
    }
    int places = Cda.all(document.root(), PATIENT + "/birthplace").size();
    if (places > 1) {
      findings.add(
          HeaderRule.place(PATIENT + "/birthplace"),
          "un au plus",
          String.valueOf(places),
          "N'écrivez qu'un lieu de naissance.");
    }
  }

  private static void sex(ValueSets codes, CdaDocument document, Findings findings) {
    for (XmlElement sex : Cda.all(document.root(), PATIENT + "/administrativeGenderCode")) {
      if (Cda.given(sex)) {
        HeaderRule.codeAndScheme(sex, codes.administrativeGender(), findings);
      }
    }
  }

  private static void ids(CdaDocument document, Findings findings) {
    List<XmlElement> ids = Cda.all(document.root(), "recordTarget/patientRole/id");
    if (ids.isEmpty()) {
      findings.add(
          HeaderRule.place("recordTarget/patientRole/id"),
          "un identifiant au moins",
          "aucun",
          "Ajoutez un identifiant du patient : son INS s'il est qualifié, sinon celui de la"
              + " structure.");
    }
    for (XmlElement id : ids) {
      HeaderRule.form(id, "root", value -> !value.isBlank(), "l'OID de l'autorité", findings);
      HeaderRule.form(id, "extension", value -> !value.isBlank(), "le numéro", findings);
    }
  }

  private static void traits(CdaDocument document, Findings findings) {
    boolean ins =
        document.patientIds().stream().anyMatch(id -> InsKind.ofOid(id.root()).isPresent());
    if (!ins) {
      return;
    }
    XmlElement root = document.root();
    need(named(root, PATIENT + "/name/family", BIRTH), "name/family[@qualifier='BR']", findings);
    need(named(root, PATIENT + "/name/given", BIRTH), "name/given[@qualifier='BR']", findings);
    need(named(root, PATIENT + "/name/given", ""), "name/given sans qualifier", findings);
    need(present(root, PATIENT + "/birthTime", "value"), "birthTime", findings);
    need(
        Cda.first(root, PATIENT + "/birthplace/place/addr/county")
            .filter(county -> !county.text().isEmpty())
            .isPresent(),
        "birthplace/place/addr/county",
        findings);
    need(
        present(root, PATIENT + "/administrativeGenderCode", "code"),
        "administrativeGenderCode",
        findings);
  }

  private static boolean named(XmlElement root, String path, String qualifier) {
    return Cda.all(root, path).stream()
        .anyMatch(
            each -> Cda.attribute(each, "qualifier").equals(qualifier) && !each.text().isEmpty());
  }

  private static boolean present(XmlElement root, String path, String attribute) {
    return !Cda.attribute(root, path, attribute).isEmpty();
  }

  private static void need(boolean there, String what, Findings findings) {
    if (!there) {
      findings.add(
          HeaderRule.place(PATIENT),
          what,
          "absent",
          "Ajoutez " + what + " : ce trait accompagne l'INS dans l'en-tête.");
    }
  }

  private static void qualifiers(CdaDocument document, Findings findings) {
    for (XmlElement family : Cda.all(document.root(), PATIENT + "/name/family")) {
      if (!Cda.given(family)) {
        continue;
      }
      HeaderRule.form(
          family,
          "qualifier",
          NAME_QUALIFIERS::contains,
          "BR pour le nom de naissance, CL pour le nom utilisé",
          findings);
    }
  }

  private static void telecoms(CdaDocument document, Findings findings) {
    for (XmlElement telecom : Cda.all(document.root(), "recordTarget/patientRole/telecom")) {
      if (Cda.given(telecom)) {
        HeaderRule.form(
            telecom,
            "value",
            value -> TELECOM.matcher(value).matches(),
            "tel:, fax:, mailto:, http:, ftp: ou mllp: suivi de l'adresse",
            findings);
      }
    }
  }

  private static void key(CdaDocument document, Findings findings) {
    for (InstanceId id : document.patientIds()) {
      if (InsKind.ofOid(id.root()).isEmpty()) {
        continue;
      }
      String number = id.extension();
      Ins.problem(number)
          .ifPresent(
              problem ->
                  findings.add(
                      HeaderRule.place("recordTarget/patientRole/id/@extension"),
                      "un matricule INS et sa clé",
                      number + " : " + problem,
                      "Écrivez le matricule INS suivi de sa clé, tels qu'INSi les a rendus."));
    }
  }

  private static void authority(CdaDocument document, Findings findings) {
    for (InstanceId id : document.patientIds()) {
      String number = id.extension();
      boolean matricule =
          MATRICULE_SHAPE.matcher(number).matches() && Ins.problem(number).isEmpty();
      // A social security number beside the INS has its digits and an OID of its own.
      boolean another = InsOid.SOCIAL_SECURITY.contains(id.root());
      if (matricule && !another && InsKind.ofOid(id.root()).isEmpty()) {
        findings.add(
            HeaderRule.place("recordTarget/patientRole/id/@root"),
            "l'OID d'une autorité d'affectation de l'INS",
            id.root().isEmpty() ? "absent" : id.root(),
            "Mettez avec le matricule l'OID qu'INSi a rendu avec lui.");
      }
    }
  }
}
