package fr.socle.dmp.registry.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpCall;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpReply;
import fr.socle.dmp.protocol.DmpRequest;
import fr.socle.dmp.registry.service.Access;
import fr.socle.dmp.registry.service.Outcome;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistryError;
import fr.socle.dmp.service.DmpRefusal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ITI-41: TD2.1, and TD2.2 when an employee calls, which is the same message (dmp.md 1.2, 1.9). */
final class FeedingOperation extends DocumentOperation {
  static final String TD2_1 = "DMP TD2.1";
  static final String TD2_2 = "DMP TD2.2";

  FeedingOperation(Registry registry) {
    super(registry, DmpContract.REPOSITORY, Ihe.PROVIDE_AND_REGISTER, "Response");
  }

  @Override
  public String transaction(XmlElement body) {
    return TD2_1;
  }

  /** dmp.md 1.2 (S:526, 617): what the bearer of a CPE sends is TD2.2. */
  @Override
  public String transaction(DmpRequest request, XmlElement body, @Nullable Object content) {
    return of(Optional.ofNullable(request.certificate()));
  }

  @Override
  public String seeming(String words) {
    return TD2_1;
  }

  @Override
  public String seeming(IncomingRequest request, String words) {
    return of(request.tls().clientCertificate());
  }

  private static String of(Optional<X509Certificate> connection) {
    return connection
        .flatMap(each -> SubjectName.of(each).cardType())
        .filter("CPE"::equals)
        .map(card -> TD2_2)
        .orElse(TD2_1);
  }

  @Override
  public Object decode(DmpRequest request, XmlElement body) {
    return new ReadSubmission(
        ProvidedReader.read(body, request.attachments()), registry().mayBeHiddenFromBoth());
  }

  @Override
  DmpReply answer(DmpCall call, Access access) {
    return reply(registry().submit(call.content(ReadSubmission.class).provided(), access));
  }

  @Override
  DmpReply refused(RegistryError error, DmpRefusal refusal) {
    return DmpReply.refused(RegistryAnswers.outcome(List.of(error), Ihe.FAILURE), refusal);
  }

  static DmpReply reply(Outcome outcome) {
    DmpRefusal refusal = outcome.refusal();
    return refusal == null
        ? DmpReply.of(RegistryAnswers.outcome(outcome), outcome.decoded())
        : DmpReply.refused(RegistryAnswers.outcome(outcome), refusal);
  }
}
