package fr.socle.bench.control;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers in the same words where a request is refused before it reaches a route. */
final class WireErrors extends ErrorHandler {
  private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, Route.Answer.JSON);

  private final Errors errors;

  WireErrors(Errors errors) {
    this.errors = errors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    response.getHeaders().put(JSON);
    response.write(true, ByteBuffer.wrap(errors.bytes(Errors.ofStatus(status))), callback);
    return true;
  }
}
