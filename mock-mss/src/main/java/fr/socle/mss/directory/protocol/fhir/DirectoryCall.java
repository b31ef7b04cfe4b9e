package fr.socle.mss.directory.protocol.fhir;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Parameter;
import fr.socle.bench.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A call to the FHIR directory, as its line and headers tell it: the message given to the checks.
 *
 * @param interaction {@code search}, {@code read}, {@code page}, {@code metadata}, {@code batch},
 *     {@code system} or {@code inconnue}
 * @param type type of resource; empty for none that the directory has
 * @param parameters parameters of the query and of the form
 * @param keyed whether a key was presented
 * @param below what follows the base address, query included
 */
public record DirectoryCall(
    String interaction, String type, Parameters parameters, boolean keyed, String below) {
  static final String KEY = "ESANTE-API-KEY";
  static final String BASE = "/fhir/v2";

  private static final String SHORT_BASE = "/fhir";
  private static final Set<String> TYPES =
      Set.of("Practitioner", "PractitionerRole", "Organization", "HealthcareService", "Device");

  /** The call a request is; empty when it is not for the FHIR directory. */
  static Optional<DirectoryCall> of(IncomingRequest request) {
    return below(request.target()).map(below -> read(request, below));
  }

  private static Optional<String> below(String target) {
    for (String base : List.of(BASE, SHORT_BASE)) {
      if (target.startsWith(base)) {
        String rest = target.substring(base.length());
        if (rest.isEmpty() || rest.startsWith("/") || rest.startsWith("?")) {
          return Optional.of(rest);
        }
      }
    }
    return Optional.empty();
  }

  private static DirectoryCall read(IncomingRequest request, String below) {
    int mark = below.indexOf('?');
    String path = mark < 0 ? below : below.substring(0, mark);
    List<String> parts =
        new ArrayList<>(List.of(path.split("/", -1)).stream().filter(p -> !p.isEmpty()).toList());
    boolean keyed = request.headers().first(KEY).isPresent();
    boolean post = request.method().equals("POST");
    Parameters parameters = request.query();
    if (post && isForm(request.headers())) {
      List<Parameter> all = new ArrayList<>(parameters.list());
      all.addAll(request.form().list());
      parameters = new Parameters(all);
    }
    String type = !parts.isEmpty() && TYPES.contains(parts.get(0)) ? parts.get(0) : "";
    String interaction = "inconnue";
    if (parts.isEmpty()) {
      interaction = post ? "batch" : parameters.first("_getpages").isPresent() ? "page" : "system";
    } else if (parts.get(0).equals("metadata")) {
      interaction = "metadata";
    } else if (!type.isEmpty()) {
      boolean search = parts.size() == 1 || parts.get(1).equals("_search");
      interaction = search ? "search" : "read";
    }
    return new DirectoryCall(interaction, type, parameters, keyed, below);
  }

  private static boolean isForm(Headers headers) {
    return headers
        .first("Content-Type")
        .filter(
            value -> value.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  /** Name of the transaction. */
  public String transaction() {
    return ("ANN FHIR " + interaction + " " + type).strip();
  }
}
