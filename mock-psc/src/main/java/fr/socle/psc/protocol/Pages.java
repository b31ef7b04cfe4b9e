package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages a person sees, French, without external resource. Only the return by form has a script,
 * which sends it (OAuth 2.0 Form Post Response Mode 5); the others need none. Texts put in a page
 * are escaped by the template engine, which is only built when the first page is asked for.
 */
final class Pages {
  private @Nullable PebbleEngine engine;

  Answer page(int status, String template, Map<String, Object> values) {
    StringWriter text = new StringWriter();
    try {
      engine().getTemplate(template).evaluate(text, values, Locale.FRENCH);
    } catch (IOException e) {
      throw new IllegalStateException("a template is a resource of this module", e);
    }
    return Answer.text(status, "text/html;charset=UTF-8", text.toString())
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY");
  }

  private synchronized PebbleEngine engine() {
    if (engine == null) {
      ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
      loader.setPrefix("fr/socle/psc/pages");
      loader.setSuffix(".html");
      engine = new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
    }
    return engine;
  }
}
