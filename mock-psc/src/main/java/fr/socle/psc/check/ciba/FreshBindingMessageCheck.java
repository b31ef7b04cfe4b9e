package fr.socle.psc.check.ciba;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.CibaMessage;
import fr.socle.psc.protocol.Transactions;
import java.util.List;
import java.util.Optional;

/**
 * The number to compare is drawn for each request. Among a hundred numbers, chance draws the same
 * one four times running once in a million.
 */
final class FreshBindingMessageCheck implements SequenceCheck {
  private static final int ENOUGH = 4;
  private static final Rule RULE =
      new Rule(
          "PSC-CIB-22",
          RuleSource.VU,
          "psc.md 2.2 (S: PROXY)",
          List.of("PSC-RP-17"),
          "Le nombre à comparer est tiré à chaque demande CIBA.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    List<Observed<CibaMessage>> requests = traffic.of(Transactions.CIBA, CibaMessage.class);
    List<String> sent =
        requests.stream()
            .map(FreshBindingMessageCheck::bindingMessage)
            .flatMap(Optional::stream)
            .toList();
    if (sent.size() >= ENOUGH && sent.stream().distinct().count() == 1) {
      findings.add(
          requests.get(requests.size() - 1).exchange().sequence(),
          "binding_message",
          "un nombre tiré à chaque demande",
          sent.get(0) + " dans les " + sent.size() + " demandes",
          "Tirez au hasard un nouveau nombre à chaque demande.");
    }
  }

  private static Optional<String> bindingMessage(Observed<CibaMessage> call) {
    return Optional.ofNullable(call.message())
        .flatMap(message -> message.form().first("binding_message"));
  }
}
