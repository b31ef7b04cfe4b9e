package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.protocol.InsiRequest;
import fr.socle.insi.protocol.SamlAssertion;
import fr.socle.insi.service.Credentials.Kind;
import fr.socle.insi.service.VitaleSearch;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * INSI-T19: a Vitale card has one right-opener. The same serial number with another one tells that
 * the card was replaced between the choice of the beneficiary and the call (CNDA case 1.03).
 */
final class ReplacedCard implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T19-1",
          RuleSource.VU,
          "7 (S:11, cas 1.03)",
          "L'assertion Vitale est celle de la carte où le bénéficiaire a été lu.",
          "INSI-T19");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<String, String> openers = new HashMap<>();
    for (Observed<InsiCall> observed : traffic.of(InsiEndpoint.WS_INS1, InsiCall.class)) {
      InsiCall call = observed.message();
      String serial = call == null ? null : serial(call.request());
      String opener = call == null ? null : opener(call.request().card());
      if (serial == null || opener == null) {
        continue;
      }
      String known = openers.putIfAbsent(serial, opener);
      if (known != null && !known.equals(opener)) {
        findings.add(
            observed.exchange().sequence(),
            "/Envelope/Body/RECVITALE/MatriculeOD/NumIdentifiant",
            shown(known) + ", l'ouvrant droit de la carte " + serial + " de l'assertion",
            opener,
            "Relisez la carte avant l'appel : si son numéro de série a changé depuis le choix du"
                + " bénéficiaire, faites choisir de nouveau.");
      }
    }
  }

  private static @Nullable String serial(InsiRequest request) {
    return request
        .vitale()
        .filter(each -> each.kind() == Kind.VITALE)
        .map(SamlAssertion::nameId)
        .filter(each -> !each.isBlank())
        .orElse(null);
  }

  private static @Nullable String opener(@Nullable VitaleSearch card) {
    String number = card == null || card.opener() == null ? null : card.opener().number();
    return number == null || number.isBlank() ? null : number.strip();
  }
}
