package fr.socle.mss.directory.protocol.files;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.mss.directory.service.DirectoryFault;
import fr.socle.mss.directory.service.DirectorySettings;
import fr.socle.mss.service.WhiteList;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.namespace.QName;

/**
 * The white list of the trust space and its digest (mssante.md 1.6, 6.5 (S)). No list is signed;
 * the digest is that of what is sent, closed or not.
 *
 * @param list the list
 * @param settings how it is published
 */
public record WhiteListDoor(WhiteList list, DirectorySettings settings) {
  /** Path of the list, that of the real one. */
  public static final String LIST = "/listeblanchemssante.xml";

  /** Path of its digest. */
  public static final String DIGEST = "/checksum";

  /** Name of the transaction. */
  public static final String TRANSACTION = "MSS liste blanche";

  private static final String NAMESPACE = "https://listeblanche.mssante.fr/schema";
  private static final String OTHER_DN =
      "CN=smtp-second.operateur.test,OU=300000000000009,O=OPERATEUR SECOND,ST=Paris (75),C=FR";
  private static final String END = "</ListeBlancheMSSante>";

  /** Whether a path is one of its own. */
  public static boolean has(String path) {
    return path.equals(LIST) || path.equals(DIGEST);
  }

  /** Answers a request for one of its paths. */
  public Served serve(IncomingRequest request, RequestFaults faults) {
    boolean digest = request.path().equals(DIGEST);
    // The digest agrees with a list that is altered each time, and uses up no fault.
    byte[] sent = published(digest ? faults::takeLasting : faults::take);
    Answer answer =
        digest
            ? Answer.text(
                200, "text/plain; charset=utf-8", sha256(sent) + "  " + LIST.substring(1) + "\n")
            : Answer.text(
                200, "application/xml; charset=utf-8", new String(sent, StandardCharsets.UTF_8));
    return new Served(
        answer,
        TRANSACTION,
        null,
        Map.of("fichier", request.path().substring(1), "sha256", sha256(sent)),
        null);
  }

  private byte[] published(Function<String, Optional<Map<String, String>>> faults) {
    List<WhiteList.Entry> entries = new ArrayList<>(list.entries());
    Instant date = list.generatedAt();
    Optional<Map<String, String>> old = faults.apply(DirectoryFault.LIST_OLD.label());
    if (old.isPresent()) {
      date = date.minus(Duration.ofDays(Long.parseLong(old.get().getOrDefault("jours", "365"))));
    }
    faults
        .apply(DirectoryFault.LIST_REMOVED.label())
        .flatMap(asked -> chosen(entries, asked))
        .ifPresent(one -> entries.removeIf(each -> each.name().equals(one.name())));
    faults
        .apply(DirectoryFault.LIST_TWICE.label())
        .flatMap(asked -> chosen(entries, asked))
        .ifPresent(
            one ->
                entries.add(
                    entries.indexOf(one) + 1,
                    new WhiteList.Entry(
                        one.name(),
                        one.description(),
                        OTHER_DN,
                        one.responsible(),
                        one.support(),
                        one.updatedAt())));
    String text = write(entries, date);
    if (settings.unclosedList() || faults.apply(DirectoryFault.LIST_UNCLOSED.label()).isPresent()) {
      text = text.substring(0, text.length() - END.length());
    }
    if (faults.apply(DirectoryFault.LIST_TRUNCATED.label()).isPresent()) {
      int cut = text.lastIndexOf("<DNCertificatOperateur>");
      text = text.substring(0, cut < 0 ? text.length() / 2 : cut + 30);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<WhiteList.Entry> chosen(
      List<WhiteList.Entry> entries, Map<String, String> asked) {
    String domain = asked.getOrDefault("domaine", "");
    return entries.stream()
        .filter(each -> domain.isEmpty() || each.name().equalsIgnoreCase(domain))
        .findFirst();
  }

  private static String write(List<WhiteList.Entry> entries, Instant date) {
    XmlWriter xml = new XmlWriter().declaration().start(name("ListeBlancheMSSante"));
    xml.element(name("DateDeGeneration"), DateTimeFormatter.ISO_INSTANT.format(date));
    xml.start(name("ListeDomaines"));
    for (WhiteList.Entry each : entries) {
      xml.start(name("Domaine"))
          .element(name("Nom"), each.name())
          .element(name("Description"), each.description())
          .element(name("DNCertificatOperateur"), each.dn())
          .element(name("ResponsableContact"), each.responsible())
          .element(name("SupportContact"), each.support())
          .element(name("DateMAJ"), DateTimeFormatter.ISO_INSTANT.format(each.updatedAt()))
          .end();
    }
    // An empty list has a start tag and an end tag too, so that the root can be left open.
    return xml.text("").end().text("\n").end().toXml();
  }

  private static QName name(String local) {
    return new QName(NAMESPACE, local);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
