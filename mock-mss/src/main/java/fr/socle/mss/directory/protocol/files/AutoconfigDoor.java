package fr.socle.mss.directory.protocol.files;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.mss.directory.service.DirectoryFault;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/**
 * {@code config-v1.1.xml} of each domain of the space (mssante.md 1.4; the form is (A)/(K)): asked
 * for at {@code autoconfig.<domain>} by who directs that name here, else below {@link #PATH}.
 *
 * @param domains domains of the mailboxes of the space
 * @param access address of the access to mailboxes, such as {@code imap://localhost:8448}
 * @param submission address of the submission
 */
public record AutoconfigDoor(
    Supplier<? extends Collection<String>> domains, URI access, URI submission) {
  /** What follows is a domain, then the path of the file. */
  public static final String PATH = "/autoconfig/";

  /** Name of the transaction. */
  public static final String TRANSACTION = "MSS autoconfig";

  private static final String FILE = "/mail/config-v1.1.xml";
  private static final Pattern BELOW = Pattern.compile(PATH + "([^/]{1,255})" + FILE);
  private static final Pattern HOST =
      Pattern.compile("autoconfig\\.([^:]{1,255})(:\\d+)?", Pattern.CASE_INSENSITIVE);

  /** Whether a path is one of its own. */
  public static boolean has(String path) {
    return path.equals(FILE) || path.startsWith(PATH);
  }

  /** Answers a request for one of its paths. */
  public Served serve(IncomingRequest request, RequestFaults faults) {
    String domain = domain(request);
    if (faults.take(DirectoryFault.CONFIG_ABSENT.label()).isPresent()) {
      return refused(
          domain, "autoconfig-absente", "Ce domaine n'a pas de fichier d'autoconfiguration.");
    }
    if (!domains.get().contains(domain)) {
      return refused(
          domain,
          "domaine-inconnu",
          "Demandez "
              + PATH
              + "<domaine>"
              + FILE
              + ", ou "
              + FILE
              + " à l'hôte autoconfig.<domaine> : « "
              + domain
              + " » n'est le domaine d'aucune boîte de cet espace.");
    }
    String imap = access.getHost();
    String smtp = submission.getHost();
    if (faults.take(DirectoryFault.CONFIG_FOREIGN.label()).isPresent()) {
      imap = "imap.exemple.com";
      smtp = "smtp.exemple.com";
    }
    if (faults.take(DirectoryFault.CONFIG_PRIVATE.label()).isPresent()) {
      imap = "10.0.0.1";
      smtp = "10.0.0.1";
    }
    return new Served(
        Answer.text(200, "text/xml; charset=utf-8", config(domain, imap, smtp)),
        TRANSACTION,
        null,
        Map.of("domaine", domain),
        null);
  }

  private static String domain(IncomingRequest request) {
    Matcher below = BELOW.matcher(request.path());
    if (below.matches()) {
      return below.group(1).toLowerCase(Locale.ROOT);
    }
    Matcher host = HOST.matcher(request.headers().first("Host").orElse(""));
    return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private String config(String domain, String imap, String smtp) {
    XmlWriter xml = new XmlWriter().declaration();
    xml.start(new QName("clientConfig")).attribute("version", "1.1");
    xml.start(new QName("emailProvider")).attribute("id", domain);
    xml.element(new QName("domain"), domain).element(new QName("displayName"), domain);
    server(xml, "incomingServer", "imap", imap, access);
    server(xml, "outgoingServer", "smtp", smtp, submission);
    return xml.end().end().toXml();
  }

  private static void server(XmlWriter xml, String element, String type, String host, URI at) {
    xml.start(new QName(element))
        .attribute("type", type)
        .element(new QName("hostname"), host)
        .element(new QName("port"), Integer.toString(at.getPort()))
        .element(new QName("socketType"), (type + "s").equals(at.getScheme()) ? "SSL" : "STARTTLS")
        .element(new QName("authentication"), "OAuth2")
        .element(new QName("username"), "%EMAILADDRESS%")
        .end();
  }

  private static Served refused(String domain, String code, String reason) {
    return new Served(
        Answer.text(404, "text/plain; charset=utf-8", reason + "\n"),
        TRANSACTION,
        null,
        Map.of("domaine", domain),
        new Refusal(code, reason));
  }
}
