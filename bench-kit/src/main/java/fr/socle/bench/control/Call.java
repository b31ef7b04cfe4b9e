package fr.socle.bench.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.control.Route.Answer;
import fr.socle.bench.control.Route.NamedBytes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One call of the control API: typed reading of what came, typed writing of what goes back. */
final class Call {
  /** Longest body that is read. */
  static final int BODY_LIMIT = 1024 * 1024;

  /** Longest time a call may be held. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

  private final Context context;
  private final RequestJson requests;
  private final JsonMapper answers;

  Call(Context context, RequestJson requests, JsonMapper answers) {
    this.context = context;
    this.requests = requests;
    this.answers = answers;
  }

  /** The HTTP call itself, for streams. */
  Context context() {
    return context;
  }

  /** A text of the path. */
  String path(String name) {
    return context.pathParam(name);
  }

  /** The space of the path. */
  String space() {
    return path("space");
  }

  /** The sequence number of the path. */
  long sequence() {
    return sequence("sequence", path("sequence"));
  }

  /** A text of the query. */
  @Nullable String query(String name) {
    return context.queryParam(name);
  }

  /** A text of the query that a call must have. */
  String requiredQuery(String name) {
    String value = query(name);
    if (value == null || value.isBlank()) {
      throw new ControlRefusal(
          400, "parametre-manquant", "Le paramètre « " + name + " » manque : ajoutez-le.");
    }
    return value;
  }

  /** A cursor of the query; 0 when it is absent. */
  long cursor(String name) {
    String value = query(name);
    return value == null ? 0 : sequence(name, value);
  }

  /** A duration of the query, at most {@link #LONGEST_WAIT}. */
  Duration wait(String name) {
    String text = requiredQuery(name);
    Duration duration;
    try {
      duration = Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(name, "une durée ISO-8601, telle que PT10S");
    }
    if (duration.isNegative() || duration.compareTo(LONGEST_WAIT) > 0) {
      throw invalid(name, "une durée de 60 s au plus");
    }
    return duration;
  }

  /** The record of the body. */
  <T> T body(Class<T> type) {
    return requests.read(bytes(), type);
  }

  /** Refuses a body that says something. */
  void noBody() {
    requests.requireNothing(bytes());
  }

  /** Answers with JSON. */
  void json(int status, Object value) {
    context.status(status).contentType(Answer.JSON).result(written(value));
  }

  /** The JSON of the control API. */
  String text(Object value) {
    return new String(written(value), StandardCharsets.UTF_8);
  }

  /** Answers with nothing. */
  void nothing() {
    context.status(204);
  }

  /** Answers with a file. */
  void file(NamedBytes file) {
    try {
      context
          .status(200)
          .contentType(Answer.BYTES)
          .header("Content-Disposition", "attachment; filename=\"" + file.name() + '"')
          .header("Content-Length", Long.toString(file.content().size()))
          .result(file.content().open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers when something else is done, without a thread that waits. */
  void later(CompletableFuture<?> done) {
    context.future(() -> done);
  }

  static ControlRefusal invalid(String name, String expected) {
    return new ControlRefusal(
        400,
        "parametre-invalide",
        "Le paramètre « " + name + " » est mal écrit : donnez " + expected + ".");
  }

  private static long sequence(String name, String text) {
    if (!SEQUENCE.matcher(text).matches()) {
      throw invalid(name, "un numéro d'échange, en chiffres");
    }
    return Long.parseLong(text);
  }

  private byte[] written(Object value) {
    try {
      return answers.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a record of the control API: " + value.getClass(), e);
    }
  }

  private byte[] bytes() {
    try (InputStream body = context.req().getInputStream()) {
      byte[] bytes = body.readNBytes(BODY_LIMIT + 1);
      if (bytes.length > BODY_LIMIT) {
        throw new ControlRefusal(
            413,
            "corps-trop-long",
            "Le corps dépasse 1 Mio, la limite de l'API de contrôle : découpez l'envoi.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
