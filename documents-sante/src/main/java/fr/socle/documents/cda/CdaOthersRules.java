package fr.socle.documents.cda;

import static fr.socle.documents.cda.HeaderRule.official;
import static fr.socle.documents.cda.HeaderRule.weaker;

import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a header may have, and how it then is: participants, orders, consent (cda.md 2, 2.2, 2.5).
 */
final class CdaOthersRules {
  private static final Set<String> PARTICIPANTS = Set.of("PROV", "AGNT");
  private static final String RESPONSIBLE =
      "componentOf/encompassingEncounter/responsibleParty/assignedEntity";

  private CdaOthersRules() {}

  static List<DocumentRule<CdaDocument>> all(ValueSets codes) {
    return List.of(
        official(
            "CDA-AP-01",
            "2",
            "Le document a une personne qui l'a saisi au plus.",
            CdaOthersRules::dataEnterer),
        official(
            "CDA-AP-02",
            "2",
            "Un participant est un professionnel (PROV) ou un autre (AGNT), identifié.",
            CdaOthersRules::participants),
        official(
            "CDA-AP-03",
            "2",
            "La fonction d'un participant est un code de JDV_J47.",
            (document, findings) -> functions(codes.functionCode(), document, findings)),
        official(
            "CDA-AP-04",
            "2",
            "Chaque demande à l'origine du document a un identifiant.",
            CdaOthersRules::orders),
        official(
            "CDA-AP-05", "2", "Un consentement est donné et accompli.", CdaOthersRules::consents),
        weaker(
            "CDA-AP-06",
            RuleSource.VU,
            "2.2, 2.5 (S: TC3, exemples)",
            "La structure de l'auteur et le responsable de la rencontre ont un identifiant national.",
            CdaOthersRules::nationalIds),
        weaker(
            "CDA-AP-07",
            RuleSource.VU,
            "2.2, 5.4 (S: TC3, exemples)",
            "Les identifiants nationaux ont le préfixe de leur nature, et le RPPS onze chiffres.",
            CdaOthersRules::prefixes));
  }

  private static void dataEnterer(CdaDocument document, Findings findings) {
    int found = Cda.all(document.root(), "dataEnterer").size();
    if (found > 1) {
      findings.add(
          HeaderRule.place("dataEnterer"),
          "un au plus",
          String.valueOf(found),
          "Ne nommez qu'une personne qui a saisi le document.");
    }
  }

  private static void participants(CdaDocument document, Findings findings) {
    for (XmlElement entity : Cda.all(document.root(), "participant/associatedEntity")) {
      HeaderRule.form(
          entity,
          "classCode",
          PARTICIPANTS::contains,
          "PROV pour un professionnel, AGNT pour un autre",
          findings);
      boolean identified =
          Cda.all(entity, "id").stream()
              .map(Cda::id)
              .anyMatch(id -> !id.root().isBlank() && !id.extension().isBlank());
      if (!identified) {
        findings.add(
            () -> entity.path() + "/id",
            "un identifiant, @root et @extension",
            "absent",
            "Donnez au participant un identifiant : l'OID de son autorité et son numéro.");
      }
    }
  }

  private static void functions(ValueSet set, CdaDocument document, Findings findings) {
    for (XmlElement function : Cda.all(document.root(), "participant/functionCode")) {
      if (Cda.given(function)) {
        HeaderRule.code(function, set, findings);
      }
    }
  }

  private static void orders(CdaDocument document, Findings findings) {
    for (XmlElement order : Cda.all(document.root(), "inFulfillmentOf/order")) {
      int ids = Cda.all(order, "id").size();
      if (ids != 1) {
        findings.add(
            () -> order.path() + "/id",
            "un identifiant",
            ids == 0 ? "aucun" : String.valueOf(ids),
            "Donnez à la demande un identifiant, et un seul.");
      }
    }
  }

  private static void consents(CdaDocument document, Findings findings) {
    for (XmlElement consent : Cda.all(document.root(), "authorization/consent")) {
      // The schema gives both attributes these values when they are absent.
      HeaderRule.form(consent, "classCode", isOrAbsent("CONS"), "CONS", findings);
      HeaderRule.form(consent, "moodCode", isOrAbsent("EVN"), "EVN", findings);
      HeaderRule.child(consent, "statusCode", findings);
      Cda.first(consent, "statusCode")
          .ifPresent(
              status ->
                  HeaderRule.form(status, "code", "completed"::equals, "completed", findings));
    }
  }

  private static Predicate<String> isOrAbsent(String wanted) {
    return value -> value.isEmpty() || value.equals(wanted);
  }

  private static void nationalIds(CdaDocument document, Findings findings) {
    String structures = "author/assignedAuthor/representedOrganization";
    need(document, structures, Xon.STRUCTURES, "son identifiant national de structure", findings);
    need(document, RESPONSIBLE, Xcn.PROFESSIONALS, "son identifiant national (RPPS)", findings);
  }

  private static void need(
      CdaDocument document, String path, String root, String what, Findings findings) {
    for (XmlElement each : Cda.all(document.root(), path)) {
      if (Cda.all(each, "id").stream().noneMatch(id -> Cda.id(id).root().equals(root))) {
        findings.add(
            () -> each.path() + "/id",
            "@root=" + root,
            "absent",
            "Donnez à " + each.localName() + " " + what + ".");
      }
    }
  }

  private static void prefixes(CdaDocument document, Findings findings) {
    for (String path :
        List.of(
            "author/assignedAuthor/id",
            "author/assignedAuthor/representedOrganization/id",
            "custodian/assignedCustodian/representedCustodianOrganization/id",
            "legalAuthenticator/assignedEntity/id",
            "documentationOf/serviceEvent/performer/assignedEntity/id",
            RESPONSIBLE + "/id")) {
      for (XmlElement id : Cda.all(document.root(), path)) {
        prefix(id, findings);
      }
    }
  }

  private static void prefix(XmlElement id, Findings findings) {
    InstanceId read = Cda.id(id);
    if (read.extension().isEmpty()) {
      return;
    }
    if (read.root().equals(Xcn.PROFESSIONALS)) {
      HeaderRule.form(
          id,
          "extension",
          Xcn::isNationalId,
          "8 et les onze chiffres du RPPS, ou 0, 1, 3, 4, 5, 6 et le numéro de leur nature",
          findings);
    } else if (read.root().equals(Xon.STRUCTURES)) {
      HeaderRule.form(
          id,
          "extension",
          Xon::isNationalId,
          "0 (cabinet ADELI), 1 (FINESS), 2 (SIREN), 3 (SIRET) ou 4 (cabinet RPPS), puis le numéro",
          findings);
    }
  }
}
