package fr.socle.psc.exchange.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.psc.check.BackChannelChecks;
import fr.socle.psc.exchange.protocol.ApiCallMessage;
import fr.socle.psc.exchange.protocol.ApiTransactions;
import fr.socle.psc.exchange.protocol.ExchangeMessage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything Socle demands of a caller of the authorization servers and of the APIs Pro Santé
 * Connectées: the bench's own proxy, or an editor's that stands in its place.
 */
public final class ApiChecks {
  private ApiChecks() {}

  /** Writes the checks into a book. */
  public static void write(CheckBook.Builder book) {
    book.on(
            ApiTransactions.TOKEN,
            ExchangeMessage.class,
            join(
                List.of(
                    BackChannelChecks.tls(),
                    BackChannelChecks.noSecretInAddress(ExchangeMessage::query),
                    BackChannelChecks.noTokenInAddress(ExchangeMessage::query)),
                join(ExchangeChecks.all(), ProofChecks.all())))
        .on(ApiTransactions.CALL, ApiCallMessage.class, call())
        .on(
            ApiTransactions.SIGN,
            ApiCallMessage.class,
            join(call(), List.of(CallChecks.sessionData())))
        .sequences(ExchangeSequences.all());
  }

  private static List<Check<ApiCallMessage>> call() {
    return join(
        List.of(
            BackChannelChecks.tls(),
            BackChannelChecks.noAccessTokenInAddress(ApiCallMessage::query)),
        CallChecks.all());
  }

  private static <M> List<Check<M>> join(List<Check<M>> first, List<Check<M>> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
