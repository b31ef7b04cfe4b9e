package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.psc.check.ciba.CibaChecks;
import fr.socle.psc.protocol.AuthorizationMessage;
import fr.socle.psc.protocol.CibaMessage;
import fr.socle.psc.protocol.ClientCall;
import fr.socle.psc.protocol.IntrospectionMessage;
import fr.socle.psc.protocol.LogoutMessage;
import fr.socle.psc.protocol.MetadataMessage;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.protocol.UserinfoMessage;
import fr.socle.psc.service.Asked;
import java.util.List;
import java.util.stream.Stream;

/** Everything Socle demands of a relying party of Pro Santé Connect, by transaction. */
public final class PscChecks {
  private PscChecks() {}

  /** The book of checks of Pro Santé Connect alone. */
  public static CheckBook book() {
    CheckBook.Builder book = CheckBook.builder();
    write(book);
    return book.build();
  }

  /** Writes the checks into a book. */
  public static void write(CheckBook.Builder book) {
    book.on(
            Transactions.DISCOVERY,
            MetadataMessage.class,
            List.of(BackChannelChecks.tls(), MetadataChecks.nationalName()))
        .on(Transactions.JWKS, MetadataMessage.class, List.of(BackChannelChecks.tls()))
        .on(
            Transactions.AUTHORIZE,
            AuthorizationMessage.class,
            join(
                AuthorizationChecks.ofRequest(),
                inTheOpen(
                    join(
                        join(AuthorizationChecks.ofContent(), LevelChecks.all()),
                        join(ChanceChecks.all(), PkceChecks.ofRequest())))))
        .on(
            Transactions.TOKEN,
            TokenMessage.class,
            join(
                clientCall(),
                join(join(TokenChecks.all(), PkceChecks.ofExchange()), CibaChecks.ofPoll())))
        .on(
            Transactions.CIBA,
            CibaMessage.class,
            join(PscChecks.<CibaMessage>clientCall(), CibaChecks.ofRequest()))
        .on(
            Transactions.USERINFO,
            UserinfoMessage.class,
            join(
                List.of(
                    BackChannelChecks.tls(),
                    BackChannelChecks.noBrowserScript(),
                    BackChannelChecks.noOrigin(),
                    BackChannelChecks.noTokenInAddress(UserinfoMessage::query)),
                UserinfoChecks.all()))
        .on(
            Transactions.INTROSPECT,
            IntrospectionMessage.class,
            join(clientCall(), IntrospectionChecks.all()))
        .on(
            Transactions.REVOKE,
            IntrospectionMessage.class,
            join(clientCall(), IntrospectionChecks.all()))
        .on(Transactions.LOGOUT, LogoutMessage.class, LogoutChecks.all())
        .sequences(sequences());
  }

  /**
   * Checks that do not judge a request whose parameters are in a request object. The service reads
   * the object; these checks see only what is outside, and what seems absent may be in there
   * (OpenID Connect Core 6, RFC 9101).
   */
  private static List<Check<AuthorizationMessage>> inTheOpen(
      List<Check<AuthorizationMessage>> checks) {
    return checks.stream().map(PscChecks::inTheOpen).toList();
  }

  private static Check<AuthorizationMessage> inTheOpen(Check<AuthorizationMessage> check) {
    return Check.of(
        check.rule(),
        (exchange, findings) -> {
          Asked asked = exchange.message().asked();
          if (asked.first("request").isEmpty() && asked.first("request_uri").isEmpty()) {
            check.judge(exchange, findings);
          }
        });
  }

  private static List<SequenceCheck> sequences() {
    return Stream.of(
            FreshnessChecks.all(),
            OnceChecks.all(),
            List.<SequenceCheck>of(new UserinfoAtLoginCheck()),
            RenewalChecks.all(),
            RejectionChecks.all(),
            List.<SequenceCheck>of(new GoodNoticeTaken()),
            CibaChecks.ofWindow())
        .flatMap(List::stream)
        .toList();
  }

  private static <M extends ClientCall> List<Check<M>> clientCall() {
    return join(
        List.of(
            BackChannelChecks.tls(),
            BackChannelChecks.noBrowserScript(),
            BackChannelChecks.noOrigin(),
            BackChannelChecks.noSecretInAddress(ClientCall::query),
            BackChannelChecks.noTokenInAddress(ClientCall::query)),
        ClientChecks.all());
  }

  private static <M> List<Check<M>> join(List<Check<M>> first, List<Check<M>> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
