package fr.socle.psc.proxy.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A reading of the traces and its answer.
 *
 * @param relayed whether an editor's proxy answered
 * @param status status answered
 * @param traces the traces, none when the answer was no array
 */
public record TracesMessage(boolean relayed, int status, List<JsonNode> traces) {

  /** Copies the list. */
  public TracesMessage {
    traces = List.copyOf(traces);
  }
}
