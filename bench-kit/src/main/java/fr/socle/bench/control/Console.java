package fr.socle.bench.control;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.operations.BenchOperations;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The page a developer watches: the addresses of each space, and every exchange of one space as it
 * comes, judged. One document without any other resource; a policy lets only our own script run.
 */
final class Console {
  private static final String CONSOLE_SPACE = "espace";

  private final BenchOperations bench;
  private final String script = resource("console.js");
  private final String style = resource("console.css");
  private final String policy =
      "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; script-src "
          + hash(script)
          + "; style-src "
          + hash(style);

  Console(BenchOperations bench) {
    this.bench = bench;
  }

  void handle(Context context) {
    context
        .header("Content-Security-Policy", policy)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(page(context.queryParam(CONSOLE_SPACE)));
  }

  private String page(@Nullable String chosen) {
    List<SpaceDescriptor> spaces = bench.spaces();
    HtmlWriter html = new HtmlWriter();
    html.open("html", "lang", "fr").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("link", "rel", "icon", "href", "data:,");
    html.element("title", "Socle : le banc");
    html.own("style", style).close();
    html.open("body").element("h1", "Socle");
    html.open("p").text("Version " + bench.health().version() + ". ");
    html.element("a", "API de contrôle", "href", ControlServer.BASE + "/openapi.json").close();
    if (spaces.isEmpty()) {
      html.element("p", "Aucun espace n'est ouvert : créez-en un par l'API de contrôle.");
    } else {
      SpaceDescriptor watched = chosen == null ? spaces.get(0) : bench.space(chosen);
      spaces.forEach(space -> addresses(html, space, space.id().equals(watched.id())));
      exchanges(html, watched);
      html.own("script", script);
    }
    return html.close().close().toString();
  }

  private static void exchanges(HtmlWriter html, SpaceDescriptor space) {
    html.open("section");
    html.element("h2", "Échanges de « " + space.name() + " »");
    html.element("p", "Connexion au banc…", "id", "etat", "role", "status");
    String path = ControlServer.BASE + "/spaces/" + encoded(space.id()) + "/exchanges";
    html.element("ol", "", "id", "echanges", "data-echanges", path);
    html.close();
  }

  private static void addresses(HtmlWriter html, SpaceDescriptor space, boolean watched) {
    if (watched) {
      html.open("details", "open", "");
    } else {
      html.open("details");
    }
    html.element("summary", "Adresses de l'espace « " + space.name() + " »");
    if (!watched) {
      html.open("p");
      html.element(
          "a", "Suivre ses échanges", "href", "/?" + CONSOLE_SPACE + "=" + encoded(space.id()));
      html.close();
    }
    html.open("table").open("tbody");
    new TreeMap<>(space.urls()).forEach((name, url) -> row(html, name, url));
    row(html, "autorité à installer", space.caFile());
    row(html, "identifiant de l'espace", space.id());
    html.close().close().close();
  }

  private static void row(HtmlWriter html, String name, String value) {
    html.open("tr").element("th", name, "scope", "row");
    html.open("td").element("code", value).close().close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String resource(String name) {
    try (InputStream data = Console.class.getResourceAsStream(name)) {
      if (data == null) {
        throw new IllegalStateException("the console lacks " + name);
      }
      return new String(data.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
