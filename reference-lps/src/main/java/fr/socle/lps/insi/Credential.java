package fr.socle.lps.insi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** How a call shows who makes it (insi.md 2.3). Used by the user's thread alone. */
public interface Credential {

  /** {@code Emetteur} of the contexts. */
  String sender();

  /** The assertions of the caller for {@code Security}, made for this call; none by certificate. */
  List<Element> assertions(Instant now);

  /** The token beside the message, when there is one. */
  default Optional<String> token() {
    return Optional.empty();
  }
}
