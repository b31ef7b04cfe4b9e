package fr.socle.insi.protocol;

import fr.socle.bench.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publishes the contract, {@code ?wsdl} and {@code ?xsd=<name>}: every address in it leads back to
 * the listener that was asked, so that no client needs the Internet to load it (insi.md 2.1, trap
 * measured S:16).
 */
final class ContractPages {
  private static final String WSDL = "ServiceIdentiteCertifiee-v1.wsdl";
  private static final List<String> SCHEMAS =
      List.of(
          "INSiRecSans.xsd",
          "INSiRecVit.xsd",
          "INSiResultat.xsd",
          "ctxlps.xsd",
          "ctxbam.xsd",
          "erreur.xsd",
          "secext.xsd",
          "ws-addr.xsd");
  private static final Pattern SCHEMA_LOCATION = Pattern.compile("schemaLocation=\"([\\w.-]+)\"");
  private static final String ADDRESS = "<soap12:address location=\"lps\"/>";

  private final String endpoint;

  /**
   * The contract of one listener.
   *
   * @param endpoint full address of the service on it
   */
  ContractPages(String endpoint) {
    this.endpoint = endpoint;
  }

  /** The page asked for by a query, if it is one of the contract. */
  Optional<Answer> page(String query) {
    if (query.equalsIgnoreCase("wsdl")) {
      return Optional.of(xml(wsdl()));
    }
    return SCHEMAS.stream()
        .filter(name -> query.equalsIgnoreCase("xsd=" + name))
        .map(name -> xml(text(name)))
        .findFirst();
  }

  private String wsdl() {
    String located =
        SCHEMA_LOCATION
            .matcher(text(WSDL))
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        "schemaLocation=\"" + endpoint + "?xsd=" + match.group(1) + "\""));
    return located.replace(ADDRESS, "<soap12:address location=\"" + endpoint + "\"/>");
  }

  private static Answer xml(String text) {
    return Answer.text(200, "text/xml; charset=utf-8", text);
  }

  private static String text(String name) {
    try (InputStream bytes = ContractPages.class.getResourceAsStream("contrat/" + name)) {
      if (bytes == null) {
        throw new IllegalStateException("no resource contrat/" + name);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
