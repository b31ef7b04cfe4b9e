package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionChecks.T04;
import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;
import static fr.socle.insi.check.JudgedAssertions.onVitale;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.AssertionSignature;
import fr.socle.insi.protocol.AssertionSignature.VitaleKey;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiRequest;
import fr.socle.insi.protocol.Saml;
import fr.socle.insi.protocol.SamlAssertion;
import fr.socle.insi.service.Control;
import fr.socle.insi.service.Credentials.Kind;
import java.util.List;
import java.util.Objects;

/**
 * INSI-T04: the assertion of a Vitale card. Its layout is that of a kit of 2016: seen, not
 * required.
 */
final class VitaleAssertionChecks {
  private static final List<String> TYPES = List.of("V2", "V1IGEA", "V1SCOT");
  private static final List<String> NATURES = List.of("R", "D", "T");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T04-30",
                  RuleSource.VU,
                  "2.3 (S:18, S:7)",
                  "Une recherche par carte porte une assertion dont NameQualifier vaut VITALE.",
                  T04),
              VitaleAssertionChecks::present),
          Check.of(
              rule(
                  "INSI-T04-31",
                  RuleSource.VU,
                  "2.3 (S:18, S:7)",
                  "L'assertion du professionnel vient avant celle de la carte Vitale.",
                  T04),
              VitaleAssertionChecks::order),
          Check.of(
              rule(
                  "INSI-T04-32",
                  RuleSource.VU,
                  "2.3 (S:18)",
                  "L'assertion Vitale a pour Issuer le CN du professionnel, sans Format.",
                  T04),
              onVitale(VitaleAssertionChecks::issuer)),
          Check.of(
              rule(
                  "INSI-T04-33",
                  RuleSource.VU,
                  "2.3 (S:18)",
                  "Signée, l'assertion Vitale a un algorithme de carte Vitale et montre la carte.",
                  T04),
              onVitale(VitaleAssertionChecks::key)),
          Check.of(
              rule(
                  "INSI-T04-34",
                  RuleSource.VU,
                  "2.3 (S:18)",
                  "NameID de l'assertion Vitale est le numéro de série logique de la carte.",
                  T04),
              onVitale(VitaleAssertionChecks::serial)),
          Check.of(
              rule(
                  "INSI-T04-35",
                  RuleSource.VU,
                  "2.3 et 7 (S:11, cas 1.02)",
                  "L'assertion Vitale a moins de vingt minutes.",
                  T04),
              (exchange, findings) ->
                  CardAssertionChecks.control(
                      exchange,
                      Control.AGE_VITALE,
                      "Relisez la carte et refaites l'assertion Vitale avant chaque appel.",
                      findings)));

  private VitaleAssertionChecks() {}

  private static void present(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    if (request.card() != null
        && request.assertions().stream().noneMatch(each -> each.kind() == Kind.VITALE)) {
      findings.add(
          "/Envelope/Header/Security",
          "une assertion NameQualifier=\"VITALE\"",
          request.vitale().map(each -> shown(each.nameQualifier())).orElse("aucune"),
          "Joignez l'assertion de la carte Vitale, NameQualifier=\"VITALE\" et le numéro de série"
              + " logique de la carte dans NameID.");
    }
  }

  private static void order(CheckedExchange<InsiCall> exchange, Findings findings) {
    List<SamlAssertion> assertions = exchange.message().request().assertions();
    if (assertions.size() > 1 && assertions.get(0).kind() == Kind.VITALE) {
      findings.add(
          assertions.get(0).element().path(),
          "l'assertion du professionnel d'abord",
          "celle de la carte Vitale",
          "Mettez dans Security l'assertion du professionnel, puis celle de la carte Vitale.");
    }
  }

  private static void issuer(SamlAssertion vitale, InsiCall call, Findings findings) {
    String professional =
        call.request()
            .professional()
            .filter(each -> !each.equals(vitale))
            .map(SamlAssertion::nameId)
            .orElse(null);
    if (professional != null && !professional.equals(vitale.issuer())) {
      findings.add(
          vitale.element().path() + "/Issuer",
          professional,
          shown(vitale.issuer()),
          "Mettez dans Issuer de l'assertion Vitale le CN du certificat du professionnel.");
    }
    if (vitale.issuerFormat() != null) {
      findings.add(
          vitale.element().path() + "/Issuer/@Format",
          "aucun attribut Format",
          vitale.issuerFormat(),
          "Retirez Format de Issuer dans l'assertion Vitale.");
    }
  }

  private static void key(SamlAssertion vitale, InsiCall call, Findings findings) {
    AssertionSignature signature = vitale.signature();
    if (signature == null) {
      return;
    }
    VitaleKey key = signature.vitaleKey();
    if (key == null) {
      findings.add(
          signature.element().path() + "/KeyInfo",
          "un KeyInfo de carte Vitale : Type, Nature, NumSerieLogique",
          "absent",
          "Mettez dans KeyInfo la carte qui signe, non un certificat.");
      return;
    }
    int type = TYPES.indexOf(Objects.toString(key.type(), ""));
    boolean complete =
        type >= 0
            && NATURES.contains(Objects.toString(key.nature(), ""))
            && (type != 0 || key.mother() != null)
            && (type != 2 || key.maker() != null);
    if (!complete) {
      findings.add(
          signature.element().path() + "/KeyInfo/KeyInfo",
          "Type V2, V1IGEA ou V1SCOT ; Nature R, D ou T ; CleMere (V2) ou NumFabricant (V1SCOT)",
          shown(key.type()) + ", " + shown(key.nature()),
          "Décrivez la carte dans KeyInfo : type, nature, numéro de série, puis clé mère ou numéro"
              + " de fabricant selon le type.");
    } else if (!Saml.VITALE_SIGNATURES.get(type).equals(signature.method())) {
      findings.add(
          signature.element().path() + "/SignedInfo/SignatureMethod/@Algorithm",
          Saml.VITALE_SIGNATURES.get(type),
          shown(signature.method()),
          "Nommez dans SignatureMethod l'algorithme du type de la carte.");
    }
  }

  private static void serial(SamlAssertion vitale, InsiCall call, Findings findings) {
    VitaleKey key = vitale.signature() == null ? null : vitale.signature().vitaleKey();
    boolean named = vitale.nameId() != null && !vitale.nameId().isBlank();
    if (!named || (key != null && !Objects.equals(key.serial(), vitale.nameId()))) {
      findings.add(
          vitale.element().path() + "/Subject/NameID",
          key == null ? "le numéro de série logique de la carte" : shown(key.serial()),
          shown(vitale.nameId()),
          "Mettez dans NameID le numéro de série logique de la carte Vitale lue.");
    }
  }
}
