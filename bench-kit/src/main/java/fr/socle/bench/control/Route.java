package fr.socle.bench.control;

import fr.socle.bench.content.Content;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One route of the control API, declared once: the router and the OpenAPI document are both made
 * from it.
 *
 * @param method HTTP method
 * @param path path under {@code /control/v1}, parameters in braces
 * @param summary what it does, English
 * @param parameters parameters of path and query; others in a query are refused
 * @param request record read from the body, absent without body
 * @param answer what comes back
 * @param handling the work
 */
record Route(
    HandlerType method,
    String path,
    String summary,
    List<Parameter> parameters,
    @Nullable Class<?> request,
    Answer answer,
    Handling handling) {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z]+)}");

  Route {
    parameters = List.copyOf(parameters);
  }

  /** The work of a route: reads the call and answers it. */
  interface Handling {
    void handle(Call call) throws Exception;
  }

  /**
   * What comes back when the call succeeds.
   *
   * @param status HTTP status
   * @param mediaType media type, empty without body
   * @param type type of the JSON, or of the data of an event
   * @param maybeNothing whether 204 may come instead
   */
  record Answer(int status, String mediaType, Class<?> type, boolean maybeNothing) {
    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";
    static final String EVENTS = "text/event-stream";

    boolean hasBody() {
      return !mediaType.isEmpty();
    }
  }

  /** Reads something. */
  static <T> Route read(String path, String summary, Class<T> type, Function<Call, T> work) {
    return of(
        HandlerType.GET,
        path,
        summary,
        null,
        new Answer(200, Answer.JSON, type, false),
        call -> call.json(200, work.apply(call)));
  }

  /** Creates something from a record. */
  static <I, T> Route create(
      String path, String summary, Class<I> request, Class<T> type, BiFunction<Call, I, T> work) {
    return of(
        HandlerType.POST,
        path,
        summary,
        request,
        new Answer(201, Answer.JSON, type, false),
        call -> call.json(201, work.apply(call, call.body(request))));
  }

  /** Does something without further input and tells what came of it. */
  static <T> Route act(String path, String summary, Class<T> type, Function<Call, T> work) {
    return of(
        HandlerType.POST,
        path,
        summary,
        null,
        new Answer(200, Answer.JSON, type, false),
        call -> {
          call.noBody();
          call.json(200, work.apply(call));
        });
  }

  /** Orders something with a record; nothing comes back. */
  static <I> Route order(String path, String summary, Class<I> request, BiConsumer<Call, I> work) {
    return of(
        HandlerType.POST,
        path,
        summary,
        request,
        new Answer(204, "", Void.class, false),
        call -> {
          work.accept(call, call.body(request));
          call.nothing();
        });
  }

  /** Orders something, or deletes it; nothing goes in nor comes back. */
  static Route order(HandlerType method, String path, String summary, Consumer<Call> work) {
    return of(
        method,
        path,
        summary,
        null,
        new Answer(204, "", Void.class, false),
        call -> {
          call.noBody();
          work.accept(call);
          call.nothing();
        });
  }

  /** Gives bytes as a file. */
  static Route download(String path, String summary, Function<Call, NamedBytes> work) {
    return of(
        HandlerType.GET,
        path,
        summary,
        null,
        new Answer(200, Answer.BYTES, byte[].class, false),
        call -> call.file(work.apply(call)));
  }

  /** Answers later, by a record or by 204; no thread of the server waits. */
  static <T> Route later(
      String path,
      String summary,
      Class<T> type,
      Function<Call, CompletableFuture<? extends Optional<T>>> work) {
    return of(
        HandlerType.GET,
        path,
        summary,
        null,
        new Answer(200, Answer.JSON, type, true),
        call -> {
          CompletableFuture<? extends Optional<T>> awaited = work.apply(call);
          call.later(
              awaited.thenAccept(
                  found -> found.ifPresentOrElse(value -> call.json(200, value), call::nothing)));
        });
  }

  /** Streams events; the work gives what ends with the stream. */
  static Route stream(
      String path, String summary, Class<?> type, Function<Call, CompletableFuture<?>> work) {
    return of(
        HandlerType.GET,
        path,
        summary,
        null,
        new Answer(200, Answer.EVENTS, type, false),
        call -> call.later(work.apply(call)));
  }

  /** A route with parameters in its query. */
  Route with(Parameter... query) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(List.of(query));
    return new Route(method, path, summary, all, request, answer, handling);
  }

  /** Whether a call changes something. */
  boolean writes() {
    return !method.equals(HandlerType.GET);
  }

  static Route of(
      HandlerType method,
      String path,
      String summary,
      @Nullable Class<?> request,
      Answer answer,
      Handling handling) {
    List<Parameter> inPath = new ArrayList<>();
    Matcher names = PATH_PARAMETER.matcher(path);
    while (names.find()) {
      String name = names.group(1);
      inPath.add(
          new Parameter(
              name,
              name.equals("sequence") ? Parameter.Form.SEQUENCE : Parameter.Form.TEXT,
              true,
              true,
              "Identifier: " + name));
    }
    return new Route(method, path, summary, inPath, request, answer, handling);
  }

  /**
   * A file to download.
   *
   * @param name name proposed to the user
   * @param content its bytes
   */
  record NamedBytes(String name, Content content) {}
}
