package fr.socle.features.report.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.report.exchange.PlaceFinder.Position;
import fr.socle.features.report.exchange.Table.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as its page draws it when asked. Written as JSON with short names, because a run has
 * thousands.
 *
 * @param tables its tables
 * @param request request as text
 * @param response answer as text
 * @param curl command that sends it again, without the body; absent when there was no request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeSheet(
    @JsonProperty("t") List<Sheet> tables,
    @JsonProperty("q") @Nullable Raw request,
    @JsonProperty("a") @Nullable Raw response,
    @JsonProperty("c") @Nullable String curl) {

  /** Longest value a cell shows; the raw text below has it whole. */
  private static final int CELL = 400;

  /** Longest body the page carries; the files beside the report have it whole. */
  static final int BODY = 100_000;

  /** Bytes shown of what is not HTTP. */
  private static final int HEXADECIMAL = 1024;

  /**
   * One table.
   *
   * @param title what it shows
   * @param open whether it is unfolded at first
   * @param rows each {@code [depth, name, value or null, numbers of findings or null]}
   */
  public record Sheet(
      @JsonProperty("t") String title,
      @JsonProperty("o") boolean open,
      @JsonProperty("r") List<List<@Nullable Object>> rows) {}

  /**
   * One side of an exchange.
   *
   * @param head start line and headers
   * @param body body as text; absent when it is not text
   * @param size bytes of the body
   * @param cut whether the page carries only its beginning
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Raw(
      @JsonProperty("h") String head,
      @JsonProperty("b") @Nullable String body,
      @JsonProperty("n") int size,
      @JsonProperty("x") boolean cut) {

    /** Bytes that are not a message of text, in hexadecimal. */
    static Raw ofBytes(byte[] bytes) {
      int shown = Math.min(bytes.length, HEXADECIMAL);
      String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
      return new Raw(hex, "", 0, shown < bytes.length);
    }

    static Raw of(HttpText message, boolean truncated) {
      Optional<String> text = message.bodyText();
      boolean longer = text.isPresent() && text.get().length() > BODY;
      String body = text.map(t -> longer ? t.substring(0, BODY) : t).orElse(null);
      return new Raw(message.head(), body, message.body().length, longer || truncated);
    }
  }

  /**
   * Lays an exchange out.
   *
   * @param exchange the exchange
   * @param findings its findings, numbered from 1 in this order
   * @param bytes its raw bytes; absent when they were not kept
   * @param space descriptor of its space, for the key stores of the command
   */
  public static ExchangeSheet of(
      Exchange exchange,
      List<Finding> findings,
      Optional<RecordedBytes> bytes,
      @Nullable SpaceDescriptor space) {
    boolean http = exchange.kind() == Exchange.Kind.HTTP;
    Optional<byte[]> received = bytes.map(RecordedBytes::request).filter(raw -> raw.length > 0);
    Optional<byte[]> sent = bytes.map(RecordedBytes::response).filter(raw -> raw.length > 0);
    Optional<HttpText> request = received.filter(raw -> http).map(HttpText::parse);
    Optional<HttpText> response = sent.filter(raw -> http).map(HttpText::parse);
    PlaceFinder places = new PlaceFinder(MessageTables.of(exchange, request, response));
    findings.forEach(finding -> places.makeRoomFor(finding.location(), finding.found()));
    List<Optional<Position>> positions =
        findings.stream().map(finding -> places.find(finding.location())).toList();
    boolean truncated = bytes.map(RecordedBytes::truncated).orElse(false);
    return new ExchangeSheet(
        sheets(places.tables(), positions),
        request.map(m -> Raw.of(m, truncated)).or(() -> received.map(Raw::ofBytes)).orElse(null),
        response.map(m -> Raw.of(m, false)).or(() -> sent.map(Raw::ofBytes)).orElse(null),
        request.map(m -> CurlLine.of(exchange, m, space)).orElse(null));
  }

  private static List<Sheet> sheets(List<Table> tables, List<Optional<Position>> positions) {
    return IntStream.range(0, tables.size())
        .mapToObj(t -> sheet(tables.get(t), t, positions))
        .toList();
  }

  private static Sheet sheet(Table table, int index, List<Optional<Position>> positions) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    boolean pointed = false;
    for (int r = 0; r < table.rows().size(); r++) {
      List<Integer> numbers = pointing(new Position(index, r), positions);
      pointed |= !numbers.isEmpty();
      rows.add(row(table.rows().get(r), numbers));
    }
    return new Sheet(table.title(), table.open() || pointed, rows);
  }

  private static List<Integer> pointing(Position position, List<Optional<Position>> positions) {
    return IntStream.range(0, positions.size())
        .filter(n -> positions.get(n).filter(position::equals).isPresent())
        .mapToObj(n -> n + 1)
        .toList();
  }

  private static List<@Nullable Object> row(Row row, List<Integer> numbers) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.depth());
    cells.add(row.name());
    if (row.value() != null || !numbers.isEmpty()) {
      cells.add(row.value() == null ? null : shortened(row.value()));
    }
    if (!numbers.isEmpty()) {
      cells.add(numbers);
    }
    return cells;
  }

  private static String shortened(String value) {
    int length = value.codePointCount(0, value.length());
    if (length <= CELL) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, CELL))
        + "… ("
        + value.getBytes(StandardCharsets.UTF_8).length
        + " octets)";
  }
}
