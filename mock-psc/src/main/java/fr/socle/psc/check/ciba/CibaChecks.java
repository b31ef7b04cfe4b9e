package fr.socle.psc.check.ciba;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.psc.protocol.CibaMessage;
import fr.socle.psc.protocol.TokenMessage;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is demanded of a login without browser, beside what holds for every call. */
public final class CibaChecks {
  private CibaChecks() {}

  /** Checks of the request that asks for a login. */
  public static List<Check<CibaMessage>> ofRequest() {
    return Stream.concat(RequestChecks.all().stream(), BindingMessageChecks.all().stream())
        .map(CibaChecks::inTheOpen)
        .toList();
  }

  /**
   * Does not judge a request whose parameters cannot be read: in a body that is no form, or in a
   * request object (CIBA Core 7.1.1), what seems absent may be there.
   */
  private static Check<CibaMessage> inTheOpen(Check<CibaMessage> check) {
    return Check.of(
        check.rule(),
        (exchange, findings) -> {
          CibaMessage message = exchange.message();
          if (message.isForm() && message.form().first("request").isEmpty()) {
            check.judge(exchange, findings);
          }
        });
  }

  /** Checks of the requests that ask for its result. */
  public static List<Check<TokenMessage>> ofPoll() {
    return PollChecks.all();
  }

  /** Checks of a whole window. */
  public static List<SequenceCheck> ofWindow() {
    return List.of(
        new OnceCheck(),
        new StopCheck(),
        new RepeatCheck(),
        new RequestedUserCheck(),
        new FreshBindingMessageCheck());
  }
}
