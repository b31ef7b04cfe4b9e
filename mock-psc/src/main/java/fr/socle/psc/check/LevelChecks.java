package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.AuthorizationMessage;
import java.util.List;
import java.util.Set;

/** How the level of authentication is asked for (psc.md 1.4, EXI PSC 16). */
final class LevelChecks {
  private static final List<String> LEVEL = List.of("PSC.08", "EXI-PSC-16");
  private static final Set<String> LEVELS = Set.of("eidas1", "eidas2", "eidas3");

  private LevelChecks() {}

  static List<Check<AuthorizationMessage>> all() {
    return List.of(levelAsked(), levelIsEidas1(), levelParameter());
  }

  private static Check<AuthorizationMessage> levelAsked() {
    return Check.of(
        new Rule(
            "PSC-AUT-07",
            RuleSource.TEXTE,
            "psc.md 1.4 (EXI PSC 16, S: REG)",
            LEVEL,
            "La demande d'authentification demande le niveau eidas1 dans acr_values."),
        (exchange, findings) -> {
          List<String> asked = AuthorizationChecks.words(exchange.message().asked(), "acr_values");
          if (asked.stream().noneMatch(LEVELS::contains)) {
            findings.add(
                "acr_values",
                "eidas1",
                asked.isEmpty() ? "absent" : String.join(" ", asked),
                "Ajoutez acr_values=eidas1 à la demande d'authentification.");
          }
        });
  }

  private static Check<AuthorizationMessage> levelIsEidas1() {
    return Check.of(
        new Rule(
            "PSC-AUT-08",
            RuleSource.VU,
            "psc.md 1.4 (EXI PSC 16 : eidas2 et eidas3 passent avec une remarque, S: REG)",
            LEVEL,
            "Le niveau demandé dans acr_values est eidas1, et lui seul."),
        (exchange, findings) -> {
          List<String> asked = AuthorizationChecks.words(exchange.message().asked(), "acr_values");
          boolean known = asked.stream().anyMatch(LEVELS::contains);
          if (known && !asked.equals(List.of("eidas1"))) {
            findings.add(
                "acr_values",
                "eidas1",
                String.join(" ", asked),
                "Demandez acr_values=eidas1 : un autre niveau n'est que toléré à l'audit.");
          }
        });
  }

  private static Check<AuthorizationMessage> levelParameter() {
    return Check.of(
        new Rule(
            "PSC-AUT-09",
            RuleSource.CONNU,
            "psc.md 1.4 (exemple erroné du volet TRANSPORT); OpenID Connect Core 3.1.2.1",
            LEVEL,
            "Le niveau se demande par acr_values, non par acr."),
        (exchange, findings) ->
            exchange
                .message()
                .asked()
                .first("acr")
                .ifPresent(
                    value ->
                        findings.add(
                            "acr",
                            "acr_values",
                            "acr=" + value,
                            "Renommez le paramètre acr en acr_values : sous ce nom il est"
                                + " ignoré.")));
  }
}
