package fr.socle.psc.proxy.check;

import fr.socle.bench.check.CheckBook;
import fr.socle.psc.proxy.protocol.ConnectMessage;
import fr.socle.psc.proxy.protocol.DisconnectMessage;
import fr.socle.psc.proxy.protocol.ProxyTransactions;
import fr.socle.psc.proxy.protocol.SendMessage;
import fr.socle.psc.proxy.protocol.TracesMessage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything Socle demands around the Proxy e-Santé, by transaction: of a software that calls it
 * ({@link SoftwareChecks}), of an editor's proxy that stands in its place ({@link RelayedChecks},
 * {@link RelayedSequences}), and of an API that stands behind it ({@link ApiTrialChecks}).
 *
 * <p>The contract is an OpenAPI document published with example code. Although the conformance
 * tests of the ANS use it, its rules are {@code VU}: the document and the code beside it disagree
 * in places (the 401 of {@code /connect}, the mandatory members, the parts behind {@code /send}),
 * it is presented as an example, and the sheet files it with other people's code, psc.md 2.7 (S:
 * PROXY).
 */
public final class ProxyChecks {
  private ProxyChecks() {}

  /** Writes the checks into a book. */
  public static void write(CheckBook.Builder book) {
    book.on(
            ProxyTransactions.CONNECT,
            ConnectMessage.class,
            List.of(
                SoftwareChecks.members(),
                SoftwareChecks.knownSoftware(),
                SoftwareChecks.keepsItsSession(),
                RelayedChecks.unknownSoftware()))
        .on(
            ProxyTransactions.DISCONNECT,
            DisconnectMessage.class,
            List.of(SoftwareChecks.disconnectsALivingSession()))
        .on(
            ProxyTransactions.SEND,
            SendMessage.class,
            Stream.concat(SoftwareChecks.send().stream(), ApiTrialChecks.all().stream()).toList())
        .on(ProxyTransactions.TRACES, TracesMessage.class, List.of(RelayedChecks.traceMembers()))
        .sequences(RelayedSequences.all())
        .sequences(List.of(new TracesComplete(), new OpaqueTokenIntrospected()));
  }
}
