package fr.socle.bench.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.ApiError;
import fr.socle.bench.control.Route.Answer;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into an {@link ApiError} in French, never into a stack trace. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final JsonMapper json = BenchJson.mapper();

  void register(JavalinConfig config) {
    config.routes.exception(
        ControlRefusal.class,
        (refusal, context) -> answer(context, refusal.status(), refusal.error()));
    config.routes.exception(
        InvalidControlRequestException.class,
        (invalid, context) ->
            answer(context, 400, new ApiError(invalid.code(), messageOf(invalid))));
    config.routes.exception(
        UnknownResourceException.class,
        (unknown, context) ->
            answer(context, 404, new ApiError(unknown.code(), messageOf(unknown))));
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) -> {
          String allowed = refused.getDetails().get("availableMethods");
          if (allowed != null) {
            context.header("Allow", allowed);
          }
          answer(context, refused.getStatus(), ofStatus(refused.getStatus()));
        });
    config.routes.exception(
        UncheckedIOException.class, (gone, context) -> answer(context, 400, ofStatus(400)));
    config.routes.exception(
        Exception.class,
        (failure, context) -> {
          LOG.error("{} {} failed", context.method(), context.path(), failure);
          answer(context, 500, ofStatus(500));
        });
    config.router.javaLangErrorHandler(
        (response, failure) -> {
          LOG.error("a call of the control API failed", failure);
          response.setStatus(500);
          response.setContentType(Answer.JSON);
          try {
            response.getOutputStream().write(bytes(ofStatus(500)));
          } catch (IOException e) {
            LOG.debug("nobody reads the answer", e);
          }
        });
  }

  /** What a status means, where nothing better is known. */
  static ApiError ofStatus(int status) {
    return switch (status) {
      case 404 ->
          new ApiError(
              "adresse-inconnue",
              "Cette adresse n'existe pas : "
                  + ControlServer.BASE
                  + "/openapi.json donne la liste des appels.");
      case 405 ->
          new ApiError(
              "methode-refusee",
              "Cette adresse ne s'appelle pas ainsi : voyez l'en-tête Allow, ou "
                  + ControlServer.BASE
                  + "/openapi.json.");
      case 413 ->
          new ApiError(
              "corps-trop-long", "Le corps dépasse 1 Mio, la limite de l'API de contrôle.");
      case 500 ->
          new ApiError(
              "erreur-du-banc",
              "Le banc a échoué et votre logiciel n'y est pour rien : son journal dit pourquoi.");
      case 503 -> new ApiError("banc-arrete", "Le banc s'arrête : relancez-le avec ./socle up.");
      default ->
          new ApiError(
              "requete-illisible",
              "La requête n'est pas une requête HTTP que le banc sait lire : corrigez-la.");
    };
  }

  byte[] bytes(ApiError error) {
    try {
      return json.writeValueAsBytes(error);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(Context context, int status, ApiError error) {
    if (!context.res().isCommitted()) {
      context.status(status).contentType(Answer.JSON).result(bytes(error));
    }
  }

  private static String messageOf(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
