package fr.socle.features.report.exchange;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.report.exchange.Table.Role;
import fr.socle.features.report.exchange.Table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All the tables of one exchange, in the order a reader wants them. */
final class MessageTables {
  private static final Set<String> CERTIFICATE_ELEMENTS =
      Set.of("X509Certificate", "BinarySecurityToken");

  private final List<Table> tables = new ArrayList<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private MessageTables() {}

  static List<Table> of(
      Exchange exchange, Optional<HttpText> request, Optional<HttpText> response) {
    MessageTables all = new MessageTables();
    all.add("Ce que le service a lu", Role.DECODED, true, JsonRows.of(exchange.decoded(), ""));
    String target = exchange.target() == null ? "" : exchange.target();
    int query = target.indexOf('?');
    if (query >= 0) {
      all.add(
          "Paramètres de l'adresse", Role.QUERY, true, FormRows.read(target.substring(query + 1)));
    }
    request.ifPresent(all::request);
    all.certificate(exchange);
    response.ifPresent(all::response);
    all.tokens();
    return List.copyOf(all.tables);
  }

  private void request(HttpText message) {
    body("Requête", message, false);
    add("En-têtes de la requête", Role.HEADERS, false, headers(message));
  }

  private void response(HttpText message) {
    body("Réponse", message, true);
    add("En-têtes de la réponse", Role.RESPONSE, false, headers(message));
  }

  private void body(String side, HttpText message, boolean response) {
    String type = message.mediaType();
    List<HttpText> parts = MimeParts.of(message);
    if (!parts.isEmpty()) {
      add(side + " : parties MIME", role(Role.PART, response), true, MimeParts.rows(parts));
      parts.forEach(part -> body(side, part, response));
      return;
    }
    Optional<String> text = message.bodyText();
    if (text.isEmpty()) {
      return;
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      add(side + " : formulaire", role(Role.FORM, response), true, FormRows.read(text.get()));
    } else if (type.endsWith("json")) {
      add(side + " : JSON", role(Role.JSON, response), true, JsonRows.read(text.get()));
    } else if (type.endsWith("xml")) {
      List<Row> rows = XmlRows.read(text.get());
      add(side + " : XML", role(Role.XML, response), true, rows);
      rows.forEach(this::certificateIn);
    }
  }

  private static Role role(Role request, boolean response) {
    return response ? Role.RESPONSE : request;
  }

  private static List<Row> headers(HttpText message) {
    return message.headers().stream().map(h -> Row.of(h.name(), h.value())).toList();
  }

  private void certificate(Exchange exchange) {
    String subject = exchange.clientCertificate();
    if (subject != null) {
      List<Row> rows = CertificateRows.ofSubject(subject);
      add("Certificat client présenté", Role.CERTIFICATE, true, rows);
    }
  }

  private void certificateIn(Row row) {
    String value = row.value();
    if (value != null && CERTIFICATE_ELEMENTS.contains(row.name())) {
      List<Row> rows = CertificateRows.ofBase64(value);
      add("Certificat de " + row.name(), Role.CERTIFICATE, true, rows);
    }
  }

  private void tokens() {
    for (Table table : List.copyOf(tables)) {
      if (table.role() != Role.DECODED) {
        table.rows().forEach(this::noteToken);
      }
    }
    tokens.forEach(
        (token, name) ->
            add(
                "Jeton " + name + " (JWT, signature non vérifiée ici)",
                Role.TOKEN,
                true,
                TokenRows.read(name, token)));
  }

  private void noteToken(Row row) {
    String value = row.value();
    if (value != null) {
      TokenRows.tokenIn(value).ifPresent(token -> tokens.putIfAbsent(token, row.name()));
    }
  }

  private void add(String title, Role role, boolean open, List<Row> rows) {
    if (!rows.isEmpty()) {
      tables.add(new Table(title, role, open, rows));
    }
  }
}
