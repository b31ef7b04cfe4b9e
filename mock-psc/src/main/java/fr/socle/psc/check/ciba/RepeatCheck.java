package fr.socle.psc.check.ciba;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.CibaMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.service.ciba.CibaRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login is not asked again while the one before still waits for the same person: he would have
 * two numbers to compare. Not judged when the client may not have had the answer to the first.
 */
final class RepeatCheck implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PSC-CIB-20",
          RuleSource.CONNU,
          "psc.md 4.2 (K)",
          List.of("PSC-RP-17"),
          "Une demande CIBA n'est pas répétée tant que la précédente attend.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    List<Observed<CibaMessage>> requests = traffic.of(Transactions.CIBA, CibaMessage.class);
    List<Polls.Poll> polls = Polls.of(traffic);
    for (int i = 1; i < requests.size(); i++) {
      Observed<CibaMessage> later = requests.get(i);
      CibaRequest again = request(later);
      boolean repeated =
          again != null
              && requests.subList(0, i).stream()
                  .anyMatch(earlier -> waits(earlier, again, later, polls));
      if (repeated) {
        findings.add(
            later.exchange().sequence(),
            "login_hint",
            "aucune nouvelle demande pour ce professionnel tant que la précédente attend",
            "une demande de plus",
            "Attendez la réponse ou l'expiration de la demande en cours avant d'en faire une"
                + " autre.");
      }
    }
  }

  private static boolean waits(
      Observed<CibaMessage> earlier,
      CibaRequest again,
      Observed<CibaMessage> later,
      List<Polls.Poll> polls) {
    CibaRequest first = request(earlier);
    if (first == null
        || !first.nationalId().equals(again.nationalId())
        || !first.clientId().equals(again.clientId())
        || !Polls.received(earlier.exchange())) {
      return false;
    }
    Instant expiry = earlier.exchange().startedAt().plus(first.life());
    boolean ended =
        polls.stream()
            .filter(poll -> poll.requestId().equals(first.id()))
            .filter(poll -> poll.exchange().sequence() < later.exchange().sequence())
            .anyMatch(Polls.Poll::last);
    return !ended && later.exchange().startedAt().isBefore(expiry);
  }

  private static @Nullable CibaRequest request(Observed<CibaMessage> call) {
    return call.message() == null ? null : call.message().outcome().request();
  }
}
