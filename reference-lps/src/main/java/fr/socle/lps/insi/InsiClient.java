package fr.socle.lps.insi;

import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.banc.KeyStoreFile;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Tls;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * INSi, called by the certificate of an organisation or with the assertion of a professional
 * (insi.md 2.2, 2.3). Not thread-safe.
 */
public final class InsiClient implements InsiSearch, InsiVerification {

  private final Door door;
  private final String path;
  private final SearchMessage search;
  private final CardMessage card;
  private final VerificationMessage verification;
  private final AnswerReader answers = new AnswerReader();
  private final VerificationReader verdicts = new VerificationReader();

  private InsiClient(
      Door door,
      String path,
      SearchMessage search,
      CardMessage card,
      VerificationMessage verification) {
    this.door = door;
    this.path = path;
    this.search = search;
    this.card = card;
    this.verification = verification;
  }

  /** The way a message takes to INSi: straight, or through a proxy. */
  @FunctionalInterface
  public interface Door {

    /**
     * Posts a message and gives the whole answer.
     *
     * @param path path of the service behind its host, beginning with a slash
     * @throws Closed when no answer of INSi came back
     */
    Answer post(String path, String contentType, byte[] body) throws Closed, InterruptedException;
  }

  /** A message could not reach INSi; the message is a short French reason. */
  public static final class Closed extends Exception {

    private static final long serialVersionUID = 1L;

    public Closed(String reason) {
      super(reason);
    }
  }

  /**
   * Who makes the call, hence the certificate to show (insi.md 2.2, (K)).
   *
   * <p>{@code INSI-MANU} for a call a user asked for, {@code INSI-AUTO} for one nobody watches.
   */
  public enum Caller {
    USER("insi-manu"),
    NOBODY("insi-auto");

    private final String keyStore;

    Caller(String keyStore) {
      this.keyStore = keyStore;
    }
  }

  /**
   * The software itself, as the messages name it.
   *
   * @param instance UUID of the installation
   */
  public record Software(String name, String version, String instance) {}

  /**
   * Prepares calls to the INSi of a bench.
   *
   * @param through the way to take, null for the straight one
   * @throws DescriptorRefused when the descriptor does not say enough
   * @throws IOException when keys cannot be read
   */
  public static InsiClient of(
      BenchDescriptor bench,
      Caller caller,
      Software software,
      Duration patience,
      Clock clock,
      Defects defects,
      @Nullable Door through)
      throws DescriptorRefused, IOException {
    KeyStoreFile file = bench.keyStore(caller.keyStore);
    Tls.ClientKey key = Tls.ClientKey.open(file.pkcs12(), file.password());
    Credential organisation = new OrganisationCredential(organizationalUnit(key));
    URI address = bench.url("insi.certificate");
    SSLContext tls = Tls.context(bench.caFile(), key);
    Door own = straight(Wire.of(tls, patience, null), address, Optional.empty());
    if (defects.has(Mutant.INSI_LENT_REDEMANDE)) {
      Wire hasty = Wire.of(tls, Duration.ofSeconds(2), null);
      own = impatient(straight(hasty, address, Optional.empty()), own);
    }
    return of(
        through == null ? own : through,
        address,
        sender(bench, organisation, software),
        organisation,
        clock,
        defects);
  }

  /**
   * Prepares calls that a professional proves himself: by his card, or by Pro Santé Connect.
   *
   * @throws DescriptorRefused when the descriptor does not say enough
   * @throws IOException when the authority cannot be read
   */
  public static InsiClient of(
      BenchDescriptor bench,
      Credential credential,
      Software software,
      Duration patience,
      Clock clock,
      Defects defects)
      throws DescriptorRefused, IOException {
    URI address = bench.url("insi.assertion");
    Wire wire = Wire.of(Tls.context(bench.caFile(), null), patience, null);
    return of(
        straight(wire, address, credential.token()),
        address,
        sender(bench, credential, software),
        credential,
        clock,
        defects);
  }

  private static InsiClient of(
      Door door, URI address, Sender sender, Credential credential, Clock clock, Defects defects) {
    CallEnvelope envelope = new CallEnvelope(sender, credential, clock, defects);
    return new InsiClient(
        door,
        address.getRawPath(),
        new SearchMessage(envelope, defects),
        new CardMessage(envelope, credential, clock, defects),
        new VerificationMessage(envelope));
  }

  private static Sender sender(BenchDescriptor bench, Credential credential, Software software)
      throws DescriptorRefused {
    return new Sender(
        credential.sender(),
        bench.idam(),
        software.instance(),
        software.name(),
        software.version());
  }

  private static Door straight(Wire wire, URI address, Optional<String> token) {
    return (path, type, body) -> {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body));
      token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
      try {
        return wire.send(request.build());
      } catch (Wire.Unreachable e) {
        throw new Closed(String.valueOf(e.getMessage()));
      }
    };
  }

  /** The defect: whoever does not answer the first way in time is asked again by the second. */
  private static Door impatient(Door first, Door second) {
    return (path, type, body) -> {
      try {
        return first.post(path, type, body);
      } catch (Closed e) {
        return second.post(path, type, body);
      }
    };
  }

  @Override
  public InsiAnswer search(InsiQuery query) throws InterruptedException {
    return call(SearchMessage.ACTION, search.write(query));
  }

  /** Asks once by the Vitale card in the reader; the same answers as by traits. */
  public InsiAnswer search(CardQuery query) throws InterruptedException {
    return call(CardMessage.ACTION, card.write(query));
  }

  private InsiAnswer call(String action, byte[] message) throws InterruptedException {
    try {
      Answer answer = post(action, message);
      InsiAnswer read = answers.read(answer.body());
      return answer.status() == 500 && !(read instanceof InsiAnswer.Unavailable)
          ? new InsiAnswer.Unavailable("réponse HTTP 500")
          : read;
    } catch (Closed e) {
      return new InsiAnswer.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public VerificationAnswer verify(VerificationQuery query) throws InterruptedException {
    try {
      Answer answer = post(VerificationMessage.ACTION, verification.write(query));
      VerificationAnswer read = verdicts.read(answer.body());
      return answer.status() == 500 && !(read instanceof VerificationAnswer.Unavailable)
          ? new VerificationAnswer.Unavailable("réponse HTTP 500")
          : read;
    } catch (Closed e) {
      return new VerificationAnswer.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  // insi.md 2.2: 200 with RESULTAT, 500 with a SOAP fault. Anything else is not INSi speaking.
  private Answer post(String action, byte[] message) throws Closed, InterruptedException {
    String type = "application/soap+xml; charset=utf-8; action=\"" + action + "\"";
    Answer answer = door.post(path, type, message);
    if (answer.status() != 200 && answer.status() != 500) {
      throw new Closed("réponse HTTP " + answer.status());
    }
    return answer;
  }

  private static String organizationalUnit(Tls.ClientKey key)
      throws IOException, DescriptorRefused {
    String subject = key.certificate().getSubjectX500Principal().getName();
    try {
      for (Rdn rdn : new LdapName(subject).getRdns()) {
        if (rdn.getType().equalsIgnoreCase("OU")) {
          return rdn.getValue().toString();
        }
      }
    } catch (InvalidNameException e) {
      throw new IOException("sujet de certificat illisible : " + subject, e);
    }
    throw new DescriptorRefused("Le certificat INSi n'a pas d'OU : " + subject);
  }
}
