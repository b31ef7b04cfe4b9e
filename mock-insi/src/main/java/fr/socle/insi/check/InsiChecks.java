package fr.socle.insi.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.protocol.UnreadableCall;
import java.util.List;

/** All that Socle demands of a call to INSi, by transaction. */
public final class InsiChecks {
  private InsiChecks() {}

  /** The book of the service. */
  public static CheckBook book() {
    return CheckBook.builder()
        .on(InsiEndpoint.WS_INS2, InsiCall.class, wsIns2())
        // WS_INS1 is not simulated yet; what it shares with WS_INS2 is judged all the same.
        .on(
            InsiEndpoint.WS_INS1,
            InsiCall.class,
            join(List.of(TransportChecks.ALL, ContextChecks.ALL)))
        .on(InsiEndpoint.UNKNOWN, InsiCall.class, TransportChecks.ALL)
        .on(InsiEndpoint.UNREADABLE, UnreadableCall.class, TransportChecks.UNREADABLE)
        .sequences(
            List.of(
                new FirstNameOrder(),
                new StopAtTheFirstAnswer(),
                new ReactionToSeveral(),
                new NeedlessRepetition(),
                new RepeatedMessageId()))
        .build();
  }

  private static List<Check<InsiCall>> wsIns2() {
    return join(
        List.of(
            TransportChecks.ALL, // INSI-T01
            ContextChecks.ALL, // INSI-T02
            CallerChecks.ALL, // INSI-T03
            TraitChecks.ALL, // INSI-T05
            CoverChecks.ALL)); // INSI-T02
  }

  private static List<Check<InsiCall>> join(List<List<Check<InsiCall>>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
