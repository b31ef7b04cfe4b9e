package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.callerOfKnownMode;
import static fr.socle.dmp.check.DmpRules.onVihf;
import static fr.socle.dmp.check.DmpRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.CodedValue;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.Purpose;
import fr.socle.dmp.service.Vihf;
import fr.socle.dmp.service.VihfAttribute;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** DMP-T04: the attributes of the VIHF, dmp.md 2.2 and 2.3. */
final class AttributeChecks {
  private static final String BLOCK = "2.2 (S:MSG, KIT, HL7V2, DRIM)";
  private static final Pattern SECTOR =
      Pattern.compile("SA\\d{2}\\^1\\.2\\.250\\.1\\.71\\.4\\.2\\.4");

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onVihf(
              "DMP-T04-1",
              RuleSource.VU,
              BLOCK,
              "Les attributs obligatoires du VIHF sont là et ne sont pas vides.",
              AttributeChecks::mandatory),
          onVihf(
              "DMP-T04-2",
              RuleSource.VU,
              BLOCK,
              "NameID désigne l'utilisateur.",
              (vihf, exchange, findings) -> nameId(vihf, findings)),
          onVihf(
              "DMP-T04-3",
              RuleSource.SUPPOSE,
              "2.2 (A hors du mode direct)",
              "Hors du mode direct, Secteur_Activite est là.",
              (vihf, exchange, findings) -> {
                DmpCaller caller = callerOfKnownMode(exchange.message());
                if (caller == null || caller.mode() != AuthenticationMode.DIRECTE) {
                  present(vihf, VihfAttribute.SECTOR, findings);
                }
              }),
          onVihf(
              "DMP-T04-16",
              RuleSource.VU,
              BLOCK,
              "En mode direct, Secteur_Activite est là.",
              (vihf, exchange, findings) -> {
                DmpCaller caller = callerOfKnownMode(exchange.message());
                if (caller != null && caller.mode() == AuthenticationMode.DIRECTE) {
                  present(vihf, VihfAttribute.SECTOR, findings);
                }
              }),
          onVihf(
              "DMP-T04-4",
              RuleSource.VU,
              BLOCK,
              "Hors du mode direct, subject-id porte le nom de l'utilisateur.",
              (vihf, exchange, findings) -> {
                DmpCaller caller = callerOfKnownMode(exchange.message());
                if (caller != null && caller.mode() != AuthenticationMode.DIRECTE) {
                  present(vihf, VihfAttribute.SUBJECT_ID, findings);
                }
              }),
          onVihf(
              "DMP-T04-5",
              RuleSource.SUPPOSE,
              "2.2 (A)",
              "VIHF_Version vaut 3.0.",
              (vihf, exchange, findings) ->
                  text(vihf, VihfAttribute.VERSION, "3.0", "3\\.0", findings)),
          onVihf(
              "DMP-T04-6",
              RuleSource.VU,
              "2.2 (S:MSG, KIT, DRIM, HL7V2)",
              "Authentification_Mode est un des trois modes.",
              (vihf, exchange, findings) ->
                  text(
                      vihf,
                      VihfAttribute.MODE,
                      "DIRECTE, INDIRECTE ou INDIRECTE_RENFORCEE",
                      "DIRECTE|INDIRECTE|INDIRECTE_RENFORCEE",
                      findings)),
          onVihf(
              "DMP-T04-7",
              RuleSource.VU,
              BLOCK,
              "Secteur_Activite est de forme SAxx^1.2.250.1.71.4.2.4.",
              (vihf, exchange, findings) ->
                  text(
                      vihf,
                      VihfAttribute.SECTOR,
                      "SAxx^1.2.250.1.71.4.2.4",
                      SECTOR.pattern(),
                      findings)),
          onVihf(
              "DMP-T04-8",
              RuleSource.VU,
              "2.3 (S:MSG)",
              "Chaque Role a un code et un codeSystem.",
              (vihf, exchange, findings) -> roles(vihf, findings)),
          onVihf(
              "DMP-T04-9",
              RuleSource.TEXTE,
              "2.3, 2.6 (S:DEH, refus vu du service)",
              "Un médecin a une spécialité, deuxième Role du VIHF.",
              (vihf, exchange, findings) -> speciality(exchange.message(), "10", findings)),
          onVihf(
              "DMP-T04-10",
              RuleSource.VU,
              "2.3 (S:DEH)",
              "Un pharmacien a une section, deuxième Role du VIHF.",
              (vihf, exchange, findings) -> speciality(exchange.message(), "21", findings)),
          onVihf(
              "DMP-T04-11",
              RuleSource.VU,
              BLOCK,
              "resource-id est de forme INS^^^&OID&ISO^NH.",
              (vihf, exchange, findings) -> resourceId(vihf, findings)),
          onVihf(
              "DMP-T04-12",
              RuleSource.VU,
              BLOCK,
              "Ressource_URN vaut urn:dmp.",
              (vihf, exchange, findings) ->
                  text(vihf, VihfAttribute.RESOURCE_URN, "urn:dmp", "urn:dmp", findings)),
          onVihf(
              "DMP-T04-13",
              RuleSource.TEXTE,
              "2.3 (S:NOS)",
              "purposeofuse est un code de TRE_R248.",
              (vihf, exchange, findings) -> purpose(vihf, findings)),
          onVihf(
              "DMP-T04-14",
              RuleSource.CONNU,
              "2.2 (K)",
              "Un accès en bris de glace dit sa raison (Mode_Acces_Raison).",
              (vihf, exchange, findings) -> reason(vihf, findings)),
          onVihf(
              "DMP-T04-15",
              RuleSource.VU,
              "2.2, 2.3 (S:MSG)",
              "Un attribut du VIHF n'est écrit qu'une fois, avec toutes ses valeurs.",
              (vihf, exchange, findings) -> once(vihf, findings)));

  private AttributeChecks() {}

  private static void present(Vihf vihf, VihfAttribute attribute, Findings findings) {
    if (vihf.lacks(attribute)) {
      findings.add(
          attribute.path(),
          "un attribut " + attribute.wireName(),
          vihf.stated(attribute).isPresent() ? "vide" : "absent",
          "Ajoutez au VIHF l'attribut " + attribute.wireName() + ".");
    }
  }

  private static void mandatory(
      Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Stream.concat(VihfAttribute.MANDATORY.stream(), Stream.of(VihfAttribute.LPS_VERSION))
        .forEach(each -> present(vihf, each, findings));
    // dmp.md 1.5, 1.6: some transactions are of no patient.
    DmpOperation operation = exchange.message().operation();
    if (operation != null && operation.needsPatient()) {
      present(vihf, VihfAttribute.RESOURCE_ID, findings);
    }
  }

  private static void nameId(Vihf vihf, Findings findings) {
    if (vihf.nameId() == null || vihf.nameId().isBlank()) {
      findings.add(
          "/Envelope/Header/Security/Assertion/Subject/NameID",
          "l'identifiant de l'utilisateur",
          shown(vihf.nameId()),
          "Mettez dans NameID l'identifiant national (PS_IdNat) de l'utilisateur.");
    }
  }

  private static void text(
      Vihf vihf, VihfAttribute attribute, String expected, String form, Findings findings) {
    String value = vihf.text(attribute).orElse("");
    if (!value.isBlank() && !value.matches(form)) {
      findings.add(
          attribute.path(),
          expected,
          value,
          "Écrivez " + expected + " dans " + attribute.wireName() + ".");
    }
  }

  private static void roles(Vihf vihf, Findings findings) {
    for (CodedValue role : vihf.roles()) {
      if (role.code().isBlank() || role.codeSystem().isBlank()) {
        findings.add(
            VihfAttribute.ROLE.path(),
            "code et codeSystem",
            "code « " + role.code() + " », codeSystem « " + role.codeSystem() + " »",
            "Donnez à chaque Role son code et l'OID de sa nomenclature.");
      }
    }
  }

  private static void speciality(DmpMessage message, String profession, Findings findings) {
    DmpCaller caller = message.caller();
    if (caller != null && caller.profession().equals(profession) && caller.speciality() == null) {
      findings.add(
          VihfAttribute.ROLE.path(),
          "un deuxième AttributeValue avec un Role",
          "la profession seule",
          profession.equals("10")
              ? "Ajoutez la spécialité du médecin (SMxx, 1.2.250.1.71.4.2.5) en second Role."
              : "Ajoutez la section du pharmacien en second Role.");
    }
  }

  private static void resourceId(Vihf vihf, Findings findings) {
    String value = vihf.text(VihfAttribute.RESOURCE_ID).orElse("");
    if (!value.isBlank() && vihf.patient().isEmpty()) {
      findings.add(
          VihfAttribute.RESOURCE_ID.path(),
          "INS^^^&OID&ISO^NH",
          value,
          "Écrivez l'INS, clé comprise, puis l'OID de son autorité : INS^^^&OID&ISO^NH.");
    }
  }

  private static void purpose(Vihf vihf, Findings findings) {
    CodedValue code = vihf.purposeCode().orElse(null);
    if (code != null && (vihf.purpose().isEmpty() || !code.codeSystem().equals(Purpose.SYSTEM))) {
      findings.add(
          VihfAttribute.PURPOSE.path(),
          "normal, bris_de_glace ou centre_15 de " + Purpose.SYSTEM,
          code.code() + " de " + shown(code.codeSystem()),
          "Choisissez le code de purposeofuse dans TRE_R248.");
    }
  }

  private static void once(Vihf vihf, Findings findings) {
    for (VihfAttribute attribute : VihfAttribute.values()) {
      long written =
          vihf.attributes().stream().filter(each -> attribute.isNamed(each.name())).count();
      if (written > 1) {
        findings.add(
            attribute.path(),
            "un Attribute, avec une AttributeValue par valeur",
            written + " Attribute de même nom",
            "Réunissez les valeurs de " + attribute.wireName() + " dans un seul Attribute.");
      }
    }
  }

  private static void reason(Vihf vihf, Findings findings) {
    if (vihf.purpose().orElse(Purpose.NORMAL) == Purpose.BRIS_DE_GLACE
        && vihf.text(VihfAttribute.REASON).orElse("").isBlank()) {
      findings.add(
          VihfAttribute.REASON.path(),
          "la raison de l'accès en urgence",
          "absente",
          "Demandez au professionnel la raison du bris de glace, et joignez-la au VIHF.");
    }
  }
}
