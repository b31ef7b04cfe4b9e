package fr.socle.psc.check.ciba;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.CibaMessage;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a professional compares on the screen and on the phone (psc.md 2.2). That it is two digits
 * is only read in the interface of the reference proxy, and that something else is wrong is an
 * assumption: it is shown, never judged.
 */
final class BindingMessageChecks {
  private static final List<String> PACE = List.of("PSC-RP-17");
  private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9-._+/!?#]{1,50}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");

  private BindingMessageChecks() {}

  static List<Check<CibaMessage>> all() {
    return List.of(sent(), allowed(), twoDigits());
  }

  private static Check<CibaMessage> sent() {
    return Check.of(
        new Rule(
            "PSC-CIB-09",
            RuleSource.VU,
            "psc.md 2.2 (S: PROXY)",
            PACE,
            "Une demande CIBA porte le nombre que le professionnel compare."),
        (exchange, findings) -> {
          if (exchange.message().form().first("binding_message").isEmpty()) {
            findings.add(
                "binding_message",
                "deux chiffres tirés au hasard",
                "absent",
                "Tirez deux chiffres, montrez-les au professionnel et envoyez-les dans"
                    + " binding_message.");
          }
        });
  }

  private static Check<CibaMessage> allowed() {
    return Check.of(
        new Rule(
            "PSC-CIB-10",
            RuleSource.VU,
            "psc.md 1.6 (S: KC-SRC)",
            PACE,
            "Le binding_message n'a que des caractères acceptés, 50 au plus."),
        (exchange, findings) ->
            exchange
                .message()
                .form()
                .first("binding_message")
                .filter(message -> !ALLOWED.matcher(message).matches())
                .ifPresent(
                    message ->
                        findings.add(
                            "binding_message",
                            "1 à 50 caractères parmi les lettres, les chiffres et - . _ + / ! ? #",
                            message,
                            "Envoyez deux chiffres : une espace ou un accent fait refuser la"
                                + " demande.")));
  }

  private static Check<CibaMessage> twoDigits() {
    return Check.of(
        new Rule(
            "PSC-CIB-11",
            RuleSource.SUPPOSE,
            "psc.md 2.2 (A)",
            PACE,
            "Le binding_message est fait de deux chiffres."),
        (exchange, findings) ->
            exchange
                .message()
                .form()
                .first("binding_message")
                .filter(message -> ALLOWED.matcher(message).matches())
                .filter(message -> !TWO_DIGITS.matcher(message).matches())
                .ifPresent(
                    message ->
                        findings.add(
                            "binding_message",
                            "deux chiffres, de 00 à 99",
                            message,
                            "Envoyez deux chiffres, comme le fait le proxy de référence de"
                                + " l'ANS.")));
  }
}
