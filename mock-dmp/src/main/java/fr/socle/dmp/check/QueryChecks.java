package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.check;
import static fr.socle.dmp.check.DmpRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.bench.world.Ins;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.protocol.Hl7Message;
import fr.socle.dmp.service.PatientId;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** DMP-T07 and DMP-T11: the messages in HL7 v3, dmp.md 1.3 and 1.8. */
final class QueryChecks {
  private static final String BLOCK = "1.3 (S:MSG)";
  private static final String REASON_PATH = "%s/controlActProcess/reasonCode";
  private static final List<String> OF_A_QUESTION = List.of("TEST_EXST", "CNSLT_DATA");

  // dmp.md 1.3 (S:NOS): the whole nomenclature.
  private static final List<String> REASONS =
      List.of("TEST_EXST", "CREA_RD", "CNSLT_DATA", "MODIF_DATA", "FERM", "REAC");

  /** Every message in HL7 v3. */
  static final List<Check<DmpMessage>> HL7 =
      List.of(
          onMessage(
              "DMP-T07-1",
              RuleSource.VU,
              BLOCK,
              "Le message HL7 v3 a un identifiant, une date et le nom de son interaction.",
              QueryChecks::head));

  /** TD0.2 and TD1.3a. */
  static final List<Check<DmpMessage>> EXISTENCE =
      List.of(
          onMessage(
              "DMP-T07-2",
              RuleSource.VU,
              BLOCK,
              "processingCode, processingModeCode et acceptAckCode valent D ou P, T et AL.",
              QueryChecks::codes),
          onMessage(
              "DMP-T07-3",
              RuleSource.VU,
              BLOCK,
              "Le receveur est le DMP, par son OID.",
              QueryChecks::receiver),
          onMessage(
              "DMP-T07-4",
              RuleSource.TEXTE,
              "1.3 (S:NOS)",
              "Un reasonCode est un code de la nomenclature du DMP.",
              QueryChecks::reason),
          onMessage(
              "DMP-T07-8",
              RuleSource.VU,
              BLOCK,
              "reasonCode est là, et vaut TEST_EXST ou CNSLT_DATA.",
              QueryChecks::reasonOfTheQuestion),
          onMessage(
              "DMP-T07-5",
              RuleSource.VU,
              BLOCK,
              "La requête a un queryId et le statut new.",
              QueryChecks::query),
          onMessage(
              "DMP-T07-6",
              RuleSource.VU,
              BLOCK,
              "patientIdentifier porte un INS : quinze caractères, clé juste, OID de son autorité.",
              QueryChecks::patient));

  /** TD0.5. */
  static final List<Check<DmpMessage>> DEMOGRAPHICS =
      List.of(
          onMessage(
              "DMP-T07-7",
              RuleSource.VU,
              "1.6 (S:MSG)",
              "TD0.5 dit le nom, le sexe et la date de naissance de la personne cherchée.",
              QueryChecks::traits));

  /** TD1.2, TD1.3b and TD1.4. */
  static final List<Check<DmpMessage>> REGISTRATION =
      List.of(
          onMessage(
              "DMP-T11-1",
              RuleSource.TEXTE,
              "1.8 (S:617, RG_2230)",
              "L'auteur d'une demande a un nom et un prénom.",
              QueryChecks::author),
          onMessage(
              "DMP-T11-2",
              RuleSource.VU,
              "1.8 (S:MSG)",
              "L'auteur d'une demande est désigné par son identifiant national.",
              QueryChecks::authorId));

  private QueryChecks() {}

  private interface OnMessage {
    void judge(Hl7Message message, Findings findings);
  }

  private static Check<DmpMessage> onMessage(
      String id, RuleSource source, String key, String title, OnMessage judge) {
    return check(
        id,
        source,
        key,
        title,
        (exchange, findings) -> {
          XmlElement body = exchange.message().body();
          if (body != null && body.namespace().equals("urn:hl7-org:v3")) {
            judge.judge(new Hl7Message(body), findings);
          }
        });
  }

  private static QName hl7(String local) {
    return new QName("urn:hl7-org:v3", local);
  }

  private static void head(Hl7Message message, Findings findings) {
    String path = message.root().path();
    if (message.id().map(id -> id.root().isBlank()).orElse(true)) {
      findings.add(
          path + "/id",
          "root et extension",
          "absent",
          "Mettez dans id la racine de vos messages et, en extension, un numéro qui n'a pas servi.");
    }
    String time = attribute(message.root(), "creationTime", "value");
    if (!time.matches("\\d{14}")) {
      findings.add(
          path + "/creationTime/@value",
          "yyyyMMddHHmmss",
          shown(time),
          "Écrivez creationTime en quatorze chiffres.");
    }
    String interaction = attribute(message.root(), "interactionId", "extension");
    if (!interaction.equals(message.root().localName())) {
      findings.add(
          path + "/interactionId/@extension",
          message.root().localName(),
          shown(interaction),
          "Recopiez le nom de l'interaction dans interactionId.");
    }
  }

  private static void codes(Hl7Message message, Findings findings) {
    // HL7 v3: P is for production, D for tests.
    Map.of("processingCode", "D|P", "processingModeCode", "T", "acceptAckCode", "AL")
        .forEach(
            (name, expected) -> {
              String found = attribute(message.root(), name, "code");
              if (!found.matches(expected)) {
                String words = expected.replace("|", " ou ");
                findings.add(
                    message.root().path() + "/" + name + "/@code",
                    words,
                    shown(found),
                    "Mettez " + words + " dans " + name + ".");
              }
            });
  }

  private static void receiver(Hl7Message message, Findings findings) {
    String root =
        message
            .root()
            .descend(hl7("receiver"), hl7("device"), hl7("id"))
            .flatMap(each -> each.attribute("root"))
            .orElse("");
    if (!root.equals(DmpContract.DEVICE)) {
      findings.add(
          message.root().path() + "/receiver/device/id/@root",
          DmpContract.DEVICE,
          shown(root),
          "Adressez le message au DMP : l'OID " + DmpContract.DEVICE + ".");
    }
  }

  private static void reason(Hl7Message message, Findings findings) {
    reasonCode(message)
        .ifPresent(
            code -> {
              String said = code.attribute("code").orElse("");
              String system = code.attribute("codeSystem").orElse("");
              if (!said.isEmpty()
                  && !(REASONS.contains(said) && system.equals(DmpContract.REASONS))) {
                findings.add(
                    REASON_PATH.formatted(message.root().path()),
                    String.join(", ", REASONS) + ", de " + DmpContract.REASONS,
                    said + " de " + shown(system),
                    "Prenez le code et le système de reasonCode dans la nomenclature du DMP.");
              }
            });
  }

  private static void reasonOfTheQuestion(Hl7Message message, Findings findings) {
    String said = message.reason();
    // A code that the DMP does not have is for DMP-T07-4.
    if (said.isEmpty() || (REASONS.contains(said) && !OF_A_QUESTION.contains(said))) {
      findings.add(
          REASON_PATH.formatted(message.root().path()),
          "TEST_EXST ou CNSLT_DATA de " + DmpContract.REASONS,
          said.isEmpty() ? "absent" : said,
          "Dites dans reasonCode si vous testez l'existence du DMP ou lisez ses données.");
    }
  }

  private static Optional<XmlElement> reasonCode(Hl7Message message) {
    return message.root().descend(hl7("controlActProcess"), hl7("reasonCode"));
  }

  private static void query(Hl7Message message, Findings findings) {
    String status = message.query().map(each -> attribute(each, "statusCode", "code")).orElse("");
    if (message.queryId().isEmpty() || !status.equals("new")) {
      findings.add(
          message.root().path() + "/controlActProcess/queryByParameter",
          "queryId et statusCode new",
          message.queryId().isEmpty() ? "queryId absent" : "statusCode " + shown(status),
          "Identifiez la requête par queryId, et mettez new dans statusCode.");
    }
  }

  private static void patient(Hl7Message message, Findings findings) {
    PatientId id = message.queriedPatient().orElse(null);
    String problem = id == null ? "absent" : problem(id);
    if (problem != null) {
      findings.add(
          message.root().path()
              + "/controlActProcess/queryByParameter/parameterList/patientIdentifier/value",
          "root = OID de l'INS, extension = matricule et clé",
          problem,
          "Mettez l'INS qualifié du patient, clé comprise, avec l'OID qu'INSi a rendu.");
    }
  }

  private static @Nullable String problem(PatientId id) {
    try {
      Ins unused = Ins.of(id.number(), id.oid());
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static void traits(Hl7Message message, Findings findings) {
    Map.of(
            "livingSubjectName",
            message
                .parameter("livingSubjectName")
                .flatMap(each -> each.textOf(hl7("family")))
                .filter(each -> !each.isBlank())
                .isPresent(),
            "livingSubjectAdministrativeGender",
            parameter(message, "livingSubjectAdministrativeGender", "code").matches("[FMU]"),
            "livingSubjectBirthTime",
            parameter(message, "livingSubjectBirthTime", "value").matches("[0-9]{8,14}"))
        .forEach(
            (name, right) -> {
              if (!right) {
                findings.add(
                    message.root().path()
                        + "/controlActProcess/queryByParameter/parameterList/"
                        + name,
                    "le nom, F ou M, ou la date AAAAMMJJ",
                    message.parameter(name).isPresent() ? "une autre forme" : "absent",
                    "Donnez à TD0.5 le nom, le sexe et la date de naissance de la personne.");
              }
            });
  }

  private static String parameter(Hl7Message message, String name, String attribute) {
    return message.parameter(name).flatMap(each -> each.attribute(attribute)).orElse("");
  }

  private static void authorId(Hl7Message message, Findings findings) {
    message
        .author()
        .filter(
            author ->
                author.children(hl7("id")).stream()
                    .noneMatch(
                        id -> id.attribute("root").orElse("").equals(DmpContract.PROFESSIONALS)))
        .ifPresent(
            author ->
                findings.add(
                    author.path() + "/id/@root",
                    DmpContract.PROFESSIONALS,
                    shown(attribute(author, "id", "root")),
                    "Désignez l'auteur par son identifiant national (PS_IdNat)."));
  }

  private static void author(Hl7Message message, Findings findings) {
    Optional<XmlElement> author = message.author();
    if (!author.map(Hl7Message::isNamed).orElse(false)) {
      findings.add(
          author.map(XmlElement::path).orElse(message.root().path()),
          "un auteur (assignedEntity) avec family et given",
          author.isPresent() ? "nom ou prénom vide" : "aucun auteur",
          "Écrivez le nom et le prénom de l'auteur : le DMP rejette le flux sans eux.");
    }
  }

  private static String attribute(XmlElement parent, String child, String name) {
    return parent.child(hl7(child)).flatMap(each -> each.attribute(name)).orElse("");
  }
}
