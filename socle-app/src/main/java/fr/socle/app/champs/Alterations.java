package fr.socle.app.champs;

import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Parameter;
import fr.socle.bench.http.Parameters;
import fr.socle.bench.http.TlsFacts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every way to alter a request in one place: method, headers, query, form, XML, JSON, connection.
 */
final class Alterations {
  private final List<List<X509Certificate>> otherChains;

  /**
   * Alterations that may also present other certificates.
   *
   * @param otherChains chains of other holders, tried in place of the recorded one
   */
  Alterations(List<List<X509Certificate>> otherChains) {
    this.otherChains = List.copyOf(otherChains);
  }

  /** All of them, each in exactly one place. */
  List<Alteration> of(IncomingRequest request) {
    List<Alteration> all = new ArrayList<>();
    method(request, all);
    path(request, all);
    headers(request, all);
    query(request, all);
    connection(request, all);
    String type = request.headers().first("Content-Type").orElse("");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      parameters("formulaire ", request.form(), form -> withBody(request, encode(form)), all);
      unexpected(request, all);
    } else if (MultipartBody.announcedBy(type)) {
      parts(request, MultipartBody.read(type, request.body()), all);
      unannounced(request, type, all);
    } else if (type.contains("xml")) {
      charset(request, type, all);
      for (XmlAlterations.Altered altered : XmlAlterations.of(request.body())) {
        all.add(
            new Alteration(
                altered.place(), altered.gesture(), () -> withBytes(request, altered.xml().get())));
      }
    } else if (type.contains("json")) {
      for (JsonAlterations.Altered altered : JsonAlterations.of(request.body())) {
        all.add(
            new Alteration(
                "membre " + altered.pointer(),
                altered.gesture(),
                () -> withBytes(request, altered.json().get())));
      }
    }
    return all;
  }

  /** A message of several parts: each of them is altered, and may be missing or empty. */
  private static void parts(IncomingRequest request, MultipartBody body, List<Alteration> all) {
    int rank = 0;
    for (MultipartBody.Part part : body.parts()) {
      rank++;
      String place = "partie " + rank;
      all.add(new Alteration(place, "retirée", () -> withBytes(request, body.without(part))));
      all.add(
          new Alteration(place, "vidée", () -> withBytes(request, body.with(part, new byte[0]))));
      if (part.isXml()) {
        for (XmlAlterations.Altered altered : XmlAlterations.of(body.content(part))) {
          all.add(
              new Alteration(
                  altered.place(),
                  altered.gesture(),
                  () -> withBytes(request, body.with(part, altered.xml().get()))));
        }
      }
    }
  }

  /** Parts that the Content-Type does not announce, or under another type. */
  private static void unannounced(IncomingRequest request, String type, List<Alteration> all) {
    for (String other :
        List.of(
            type.replaceFirst("(?i)multipart/related", "multipart/mixed"),
            type.replaceFirst("(?i)application/xop\\+xml", "text/xml"))) {
      List<Header> lines =
          request.headers().lines().stream()
              .map(line -> line.value().equals(type) ? new Header(line.name(), other) : line)
              .toList();
      all.add(
          new Alteration(
              "en-tête Content-Type",
              "en " + other.replaceFirst(";.*", ""),
              () -> withHeaders(request, lines)));
    }
  }

  private static void method(IncomingRequest request, List<Alteration> all) {
    String other = request.method().equals("GET") ? "POST" : "GET";
    all.add(
        new Alteration(
            "méthode",
            "changée",
            () ->
                new IncomingRequest(
                    request.listener(),
                    other,
                    request.target(),
                    request.headers(),
                    request.body(),
                    request.tls(),
                    request.receivedAt())));
  }

  /** Each segment of the address, which carries data where a page is opened. */
  private static void path(IncomingRequest request, List<Alteration> all) {
    String path = request.path();
    String rest = request.target().substring(path.length());
    String[] segments = path.split("/");
    for (int i = 1; i < segments.length; i++) {
      String place = "adresse, segment " + i;
      String value = segments[i];
      for (String other : List.of(change(value), changeStart(value), "")) {
        String[] changed = segments.clone();
        changed[i] = other;
        String target = String.join("/", changed) + rest;
        all.add(
            new Alteration(
                place,
                other.isEmpty() ? "vidé" : "changé en " + other,
                () -> withTarget(request, target)));
      }
    }
  }

  private static void headers(IncomingRequest request, List<Alteration> all) {
    List<Header> lines = request.headers().lines();
    for (int i = 0; i < lines.size(); i++) {
      Header line = lines.get(i);
      String place = "en-tête " + line.name();
      List<Header> without = new ArrayList<>(lines);
      without.remove(i);
      all.add(new Alteration(place, "retiré", () -> withHeaders(request, without)));
      List<Header> emptied = new ArrayList<>(lines);
      emptied.set(i, new Header(line.name(), ""));
      all.add(new Alteration(place, "vidé", () -> withHeaders(request, emptied)));
      List<Header> changed = new ArrayList<>(lines);
      changed.set(i, new Header(line.name(), change(line.value())));
      all.add(new Alteration(place, "changé", () -> withHeaders(request, changed)));
    }
    List<Header> more = new ArrayList<>(lines);
    more.add(new Header("Origin", "https://navigateur.exemple"));
    all.add(new Alteration("en-tête Origin", "ajouté", () -> withHeaders(request, more)));
  }

  private static void charset(IncomingRequest request, String type, List<Alteration> all) {
    String other = type.replaceFirst("(?i)charset=utf-8", "charset=ISO-8859-1");
    if (!other.equals(type)) {
      List<Header> lines =
          request.headers().lines().stream()
              .map(line -> line.value().equals(type) ? new Header(line.name(), other) : line)
              .toList();
      all.add(
          new Alteration(
              "en-tête Content-Type", "en ISO-8859-1", () -> withHeaders(request, lines)));
    }
  }

  private static void query(IncomingRequest request, List<Alteration> all) {
    Function<Parameters, IncomingRequest> rebuilt =
        parameters -> withTarget(request, request.path() + "?" + encode(parameters));
    parameters("paramètre ", request.query(), rebuilt, all);
    List<Parameter> more = new ArrayList<>(request.query().list());
    more.add(new Parameter("access_token", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"));
    all.add(
        new Alteration(
            "paramètre access_token", "ajouté", () -> rebuilt.apply(new Parameters(more))));
    List<Parameter> secret = new ArrayList<>(request.query().list());
    secret.add(new Parameter("client_secret", "secret"));
    all.add(
        new Alteration(
            "paramètre client_secret", "ajouté", () -> rebuilt.apply(new Parameters(secret))));
  }

  /** Parameters that standards know and that Pro Santé Connect does not take. */
  private static void unexpected(IncomingRequest request, List<Alteration> all) {
    for (String name : List.of("client_notification_token", "user_code")) {
      List<Parameter> more = new ArrayList<>(request.form().list());
      more.add(new Parameter(name, "1234"));
      all.add(
          new Alteration(
              "formulaire " + name,
              "ajouté",
              () -> withBody(request, encode(new Parameters(more)))));
    }
  }

  private static void parameters(
      String kind,
      Parameters parameters,
      Function<Parameters, IncomingRequest> rebuilt,
      List<Alteration> all) {
    List<Parameter> list = parameters.list();
    for (int i = 0; i < list.size(); i++) {
      Parameter one = list.get(i);
      String place = kind + one.name();
      List<Parameter> without = new ArrayList<>(list);
      without.remove(i);
      all.add(new Alteration(place, "retiré", () -> rebuilt.apply(new Parameters(without))));
      for (String value : variants(one.value())) {
        List<Parameter> changed = new ArrayList<>(list);
        changed.set(i, new Parameter(one.name(), value));
        all.add(
            new Alteration(
                place,
                value.isEmpty() ? "vidé" : "changé en " + shorten(value),
                () -> rebuilt.apply(new Parameters(changed))));
      }
      List<Parameter> renamed = new ArrayList<>(list);
      renamed.set(i, new Parameter(one.name().replaceFirst("_values$", "") + "x", one.value()));
      all.add(new Alteration(place, "renommé", () -> rebuilt.apply(new Parameters(renamed))));
      if (one.name().endsWith("_values")) {
        List<Parameter> singular = new ArrayList<>(list);
        singular.set(i, new Parameter(one.name().replaceFirst("_values$", ""), one.value()));
        all.add(
            new Alteration(place, "au singulier", () -> rebuilt.apply(new Parameters(singular))));
      }
      List<Parameter> twice = new ArrayList<>(list);
      twice.add(one);
      all.add(new Alteration(place, "doublé", () -> rebuilt.apply(new Parameters(twice))));
    }
  }

  /**
   * Empty, another end, without its start, cut short, with a letter outside ASCII, and the
   * neighbours that standards give to known values.
   */
  private static List<String> variants(String value) {
    List<String> variants = new ArrayList<>(List.of("", change(value), value + "é"));
    if (value.length() > 1) {
      variants.add(value.substring(1));
    }
    if (value.length() > 3) {
      variants.add(value.substring(0, 3));
    }
    int blank = value.indexOf(' ');
    if (blank > 0) {
      variants.add(value.substring(0, blank));
      variants.add(value.substring(blank + 1));
    }
    switch (value) {
      case "eidas1" -> variants.addAll(List.of("eidas2", "eidas3"));
      case "S256" -> variants.add("plain");
      case "code" -> variants.add("token");
      default -> {}
    }
    return variants;
  }

  private void connection(IncomingRequest request, List<Alteration> all) {
    TlsFacts tls = request.tls();
    for (String protocol : List.of("TLSv1.1", "clair")) {
      all.add(
          new Alteration(
              "protocole TLS",
              "changé en " + protocol,
              () ->
                  withTls(request, new TlsFacts(protocol, tls.cipherSuite(), tls.clientChain()))));
    }
    if (!tls.clientChain().isEmpty()) {
      all.add(
          new Alteration(
              "certificat client",
              "retiré",
              () -> withTls(request, new TlsFacts(tls.protocol(), tls.cipherSuite(), List.of()))));
    }
    for (List<X509Certificate> chain : otherChains) {
      if (!chain.equals(tls.clientChain())) {
        all.add(
            new Alteration(
                "certificat client",
                "changé en " + chain.get(0).getSubjectX500Principal(),
                () -> withTls(request, new TlsFacts(tls.protocol(), tls.cipherSuite(), chain))));
      }
    }
  }

  /** A value that differs and keeps its look. */
  static String change(String value) {
    if (value.isEmpty()) {
      return "x";
    }
    char last = value.charAt(value.length() - 1);
    char other = last == 'x' ? 'y' : 'x';
    if (Character.isDigit(last)) {
      other = last == '9' ? '0' : (char) (last + 1);
    }
    return value.substring(0, value.length() - 1) + other;
  }

  /** A value with another first character: a digit, where it had none. */
  static String changeStart(String value) {
    return value.startsWith("1")
        ? "2" + value.substring(1)
        : "1" + value.substring(Math.min(1, value.length()));
  }

  private static String shorten(String value) {
    return value.length() > 40 ? value.substring(0, 40) + "…" : value;
  }

  private static String encode(Parameters parameters) {
    return parameters.list().stream()
        .map(p -> encode(p.name()) + "=" + encode(p.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static IncomingRequest withHeaders(IncomingRequest request, List<Header> headers) {
    return new IncomingRequest(
        request.listener(),
        request.method(),
        request.target(),
        new Headers(headers),
        request.body(),
        request.tls(),
        request.receivedAt());
  }

  private static IncomingRequest withTarget(IncomingRequest request, String target) {
    return new IncomingRequest(
        request.listener(),
        request.method(),
        target,
        request.headers(),
        request.body(),
        request.tls(),
        request.receivedAt());
  }

  private static IncomingRequest withBody(IncomingRequest request, String body) {
    return withBytes(request, body.getBytes(StandardCharsets.UTF_8));
  }

  private static IncomingRequest withBytes(IncomingRequest request, byte[] body) {
    return new IncomingRequest(
        request.listener(),
        request.method(),
        request.target(),
        request.headers(),
        body,
        request.tls(),
        request.receivedAt());
  }

  private static IncomingRequest withTls(IncomingRequest request, TlsFacts tls) {
    return new IncomingRequest(
        request.listener(),
        request.method(),
        request.target(),
        request.headers(),
        request.body(),
        tls,
        request.receivedAt());
  }
}
