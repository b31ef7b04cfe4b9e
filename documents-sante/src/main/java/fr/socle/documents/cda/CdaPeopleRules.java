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

/** Who made, keeps and answers for a document (cda.md 2, 2.2, 2.3). */
final class CdaPeopleRules {
  private static final String CUSTODIAN =
      "custodian/assignedCustodian/representedCustodianOrganization";

  /** What the codes of professions begin with in JDV_J01, unlike those of other authors. */
  private static final String PROFESSION = "G15_";

  private CdaPeopleRules() {}

  static List<DocumentRule<CdaDocument>> all(ValueSets codes) {
    return List.of(
        official("CDA-AU-01", "2", "Le document a un auteur.", CdaPeopleRules::author),
        official(
            "CDA-AU-02",
            "2.2",
            "Chaque auteur a une date et un identifiant.",
            CdaPeopleRules::authorId),
        official(
            "CDA-AU-03",
            "2.2",
            "La profession de l'auteur est un code de JDV_J01.",
            (document, findings) -> specialty(codes.authorSpecialty(), document, findings)),
        official(
            "CDA-AU-04",
            "2.2",
            "Civilité et titre de l'auteur sont ceux des jeux de valeurs.",
            (document, findings) -> courtesy(codes, document, findings)),
        official(
            "CDA-AU-05",
            "2.3",
            "Le document a un conservateur, structure identifiée et nommée.",
            CdaPeopleRules::custodian),
        official(
            "CDA-AU-06",
            "2",
            "Le document a un responsable, qui l'a signé (S) à une date.",
            CdaPeopleRules::authenticator),
        // Every example does; the official validator takes any root, and JDV_J01 has patients,
        // secretariats and software among the authors.
        weaker(
            "CDA-AU-07",
            RuleSource.VU,
            "2.2 (S: TC3, exemples)",
            "Un auteur professionnel de santé a son identifiant national.",
            CdaPeopleRules::nationalId));
  }

  private static void author(CdaDocument document, Findings findings) {
    if (Cda.all(document.root(), "author").isEmpty()) {
      findings.add(
          HeaderRule.place("author"),
          "un auteur au moins",
          "aucun",
          "Ajoutez l'auteur du document.");
    }
  }

  private static void authorId(CdaDocument document, Findings findings) {
    for (XmlElement author : Cda.all(document.root(), "author")) {
      HeaderRule.child(author, "time", findings);
      Cda.first(author, "time")
          .filter(Cda::given)
          .ifPresent(
              time ->
                  HeaderRule.form(time, "value", value -> !value.isBlank(), "une date", findings));
      if (Cda.first(author, "assignedAuthor/assignedAuthoringDevice").isPresent()) {
        continue; // The sheet says nothing of the identifier of a device.
      }
      if (Cda.all(author, "assignedAuthor/id").stream().noneMatch(CdaPeopleRules::complete)) {
        findings.add(
            () -> author.path() + "/assignedAuthor/id",
            "un identifiant, @root et @extension",
            "absent",
            "Donnez à l'auteur un identifiant : l'OID de son autorité et son numéro.");
      }
    }
  }

  private static boolean complete(XmlElement id) {
    return !Cda.id(id).root().isBlank() && !Cda.id(id).extension().isBlank();
  }

  private static void nationalId(CdaDocument document, Findings findings) {
    for (XmlElement author : Cda.all(document.root(), "author/assignedAuthor")) {
      List<XmlElement> ids = Cda.all(author, "id");
      if (Cda.attribute(author, "code", "code").startsWith(PROFESSION)
          && ids.stream().anyMatch(CdaPeopleRules::complete)
          && ids.stream().noneMatch(CdaPeopleRules::professional)) {
        findings.add(
            () -> author.path() + "/id",
            "@root=" + Xcn.PROFESSIONALS + " et l'identifiant national",
            "absent",
            "Donnez à l'auteur son identifiant national : 8 suivi du numéro RPPS.");
      }
    }
  }

  private static boolean professional(XmlElement id) {
    return Cda.id(id).root().equals(Xcn.PROFESSIONALS) && !Cda.id(id).extension().isEmpty();
  }

  private static void specialty(ValueSet set, CdaDocument document, Findings findings) {
    for (XmlElement author : Cda.all(document.root(), "author/assignedAuthor")) {
      Cda.first(author, "code")
          .filter(Cda::given)
          .ifPresent(code -> HeaderRule.code(code, set, findings));
    }
  }

  private static void courtesy(ValueSets codes, CdaDocument document, Findings findings) {
    String name = "author/assignedAuthor/assignedPerson/name/";
    word(document, name + "prefix", codes.civility(), findings);
    word(document, name + "suffix", codes.professionalTitle(), findings);
  }

  private static void word(CdaDocument document, String path, ValueSet set, Findings findings) {
    for (XmlElement word : Cda.all(document.root(), path)) {
      if (Cda.given(word) && set.named(word.text()).isEmpty()) {
        findings.add(
            word::path,
            "un code de " + set.title(),
            word.text().isEmpty() ? "vide" : word.text(),
            "Prenez " + word.localName() + " dans " + set.name() + ".");
      }
    }
  }

  private static void custodian(CdaDocument document, Findings findings) {
    List<XmlElement> custodians = Cda.all(document.root(), CUSTODIAN);
    if (custodians.size() != 1) {
      findings.add(
          HeaderRule.place(CUSTODIAN),
          "une structure",
          custodians.isEmpty() ? "aucune" : String.valueOf(custodians.size()),
          "Écrivez une fois la structure qui conserve le document.");
      return;
    }
    XmlElement custodian = custodians.get(0);
    if (Cda.all(custodian, "id").stream()
        .noneMatch(id -> Cda.id(id).root().equals(Xon.STRUCTURES))) {
      findings.add(
          custodian.path() + "/id",
          "@root=" + Xon.STRUCTURES,
          "absent",
          "Donnez au conservateur son identifiant national de structure.");
    }
    // Telecom and address are in the sheet; the official validator does without (five examples).
    HeaderRule.child(custodian, "name", findings);
  }

  private static void authenticator(CdaDocument document, Findings findings) {
    List<XmlElement> found = Cda.all(document.root(), "legalAuthenticator");
    if (found.size() != 1) {
      findings.add(
          HeaderRule.place("legalAuthenticator"),
          "un responsable",
          found.isEmpty() ? "aucun" : String.valueOf(found.size()),
          "Écrivez une fois le responsable du document.");
      return;
    }
    XmlElement authenticator = found.get(0);
    HeaderRule.child(authenticator, "time", findings);
    HeaderRule.child(authenticator, "assignedEntity", findings);
    if (!Cda.attribute(authenticator, "signatureCode", "code").equals("S")) {
      findings.add(
          authenticator.path() + "/signatureCode/@code",
          "S",
          Cda.first(authenticator, "signatureCode").isEmpty()
              ? "absent"
              : Cda.attribute(authenticator, "signatureCode", "code"),
          "Écrivez signatureCode/@code=\"S\" au responsable du document.");
    }
  }
}
