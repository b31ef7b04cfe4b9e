package fr.socle.psc.check.ciba;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.CibaMessage;
import fr.socle.psc.service.Asked;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is demanded of the request that asks for a login (psc.md 2.2). The parameters the ANS
 * expects are only known by the code of its reference proxy, hence reserves; what CIBA Core demands
 * blocks.
 */
final class RequestChecks {
  private static final String PARAMETERS = "psc.md 2.2 (S: PROXY)";
  private static final List<String> STANDARD = List.of("EXI-PSC-09");
  private static final List<String> PSC_FLOW = List.of("EXI-PSC-10");

  private RequestChecks() {}

  static List<Check<CibaMessage>> all() {
    return List.of(
        openidScope(), allScope(), level(), oneHint(), nationalId(), channel(), poll(), userCode());
  }

  private static Check<CibaMessage> openidScope() {
    return Check.of(
        new Rule(
            "PSC-CIB-01",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 7.1",
            STANDARD,
            "Le scope d'une demande CIBA contient openid."),
        (exchange, findings) -> {
          Asked form = exchange.message().form();
          if (!words(form, "scope").contains("openid")) {
            findings.add(
                "scope",
                "openid scope_all",
                form.first("scope").orElse("absent"),
                "Demandez scope=openid scope_all : sans openid, il n'y a pas de jeton d'identité.");
          }
        });
  }

  private static Check<CibaMessage> allScope() {
    return Check.of(
        new Rule(
            "PSC-CIB-02",
            RuleSource.VU,
            PARAMETERS,
            PSC_FLOW,
            "Le scope d'une demande CIBA contient scope_all."),
        (exchange, findings) -> {
          Asked form = exchange.message().form();
          if (!words(form, "scope").contains("scope_all")) {
            findings.add(
                "scope",
                "openid scope_all",
                form.first("scope").orElse("absent"),
                "Demandez scope=openid scope_all pour recevoir les données professionnelles.");
          }
        });
  }

  private static Check<CibaMessage> level() {
    return Check.of(
        new Rule(
            "PSC-CIB-03",
            RuleSource.VU,
            PARAMETERS,
            List.of("PSC.08", "EXI-PSC-16"),
            "Une demande CIBA demande le niveau eidas1 dans acr_values."),
        (exchange, findings) -> {
          Asked form = exchange.message().form();
          if (!words(form, "acr_values").equals(List.of("eidas1"))) {
            findings.add(
                "acr_values",
                "eidas1",
                form.first("acr_values").orElse("absent"),
                "Envoyez acr_values=eidas1 dans la demande CIBA.");
          }
        });
  }

  private static Check<CibaMessage> oneHint() {
    return Check.of(
        new Rule(
            "PSC-CIB-04",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 7.1",
            STANDARD,
            "Une demande CIBA désigne l'utilisateur d'une façon et d'une seule."),
        (exchange, findings) -> {
          Asked form = exchange.message().form();
          List<String> sent =
              Stream.of("login_hint", "login_hint_token", "id_token_hint")
                  .filter(name -> form.first(name).isPresent())
                  .toList();
          if (sent.size() != 1) {
            findings.add(
                "login_hint",
                "un seul des paramètres login_hint, login_hint_token et id_token_hint",
                sent.isEmpty() ? "aucun" : String.join(", ", sent),
                "Désignez le professionnel par login_hint, et par lui seul.");
          }
        });
  }

  private static Check<CibaMessage> nationalId() {
    return Check.of(
        new Rule(
            "PSC-CIB-05",
            RuleSource.VU,
            PARAMETERS + "; psc.md 3.1",
            PSC_FLOW,
            "Le login_hint d'une demande CIBA est l'identifiant national du professionnel."),
        (exchange, findings) -> {
          String hint = exchange.message().form().first("login_hint").orElse("8");
          boolean bareRpps = hint.matches("\\d{11}");
          if (bareRpps || hint.contains("@")) {
            findings.add(
                "login_hint",
                "l'identifiant national, par exemple 8 suivi du numéro RPPS",
                hint,
                bareRpps
                    ? "Faites précéder le numéro RPPS du chiffre 8 : c'est l'identifiant national."
                    : "Envoyez l'identifiant national du professionnel, non son adresse.");
          }
        });
  }

  private static Check<CibaMessage> channel() {
    return Check.of(
        new Rule(
            "PSC-CIB-06",
            RuleSource.VU,
            PARAMETERS,
            PSC_FLOW,
            "Le moyen demandé dans channel est CARD ou MOBILE."),
        (exchange, findings) ->
            exchange
                .message()
                .form()
                .first("channel")
                .filter(channel -> !Set.of("CARD", "MOBILE").contains(channel))
                .ifPresent(
                    channel ->
                        findings.add(
                            "channel",
                            "CARD ou MOBILE",
                            channel,
                            "Envoyez channel=MOBILE pour l'application e-CPS ou channel=CARD pour"
                                + " la carte, en capitales.")));
  }

  private static Check<CibaMessage> poll() {
    return Check.of(
        new Rule(
            "PSC-CIB-07",
            RuleSource.TEXTE,
            "psc.md 2.2 (S: CIBA-PAGE)",
            PSC_FLOW,
            "Le résultat d'une demande CIBA s'obtient par interrogation (mode poll)."),
        (exchange, findings) -> {
          if (exchange.message().form().first("client_notification_token").isPresent()) {
            findings.add(
                "client_notification_token",
                "absent",
                "présent",
                "Retirez client_notification_token et interrogez le point token : Pro Santé"
                    + " Connect ne sert que le mode poll.");
          }
        });
  }

  private static Check<CibaMessage> userCode() {
    return Check.of(
        new Rule(
            "PSC-CIB-08",
            RuleSource.VU,
            "psc.md 1.6 (S: KC-SRC)",
            PSC_FLOW,
            "Une demande CIBA ne porte pas de user_code."),
        (exchange, findings) -> {
          if (exchange.message().form().first("user_code").isPresent()) {
            findings.add(
                "user_code",
                "absent",
                "présent",
                "Retirez user_code : Pro Santé Connect refuse la demande qui le porte.");
          }
        });
  }

  private static List<String> words(Asked form, String name) {
    return form.first(name).map(value -> List.of(value.trim().split(" +"))).orElse(List.of());
  }
}
