package fr.socle.insi.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What INSi decided about one call: an answer or a fault, never both.
 *
 * @param answer the answer
 * @param fault the fault
 * @param form form of the answer
 * @param failed controls that failed, with what they say in French; all but at most one, which is
 *     the fault, only warned
 */
public record InsiOutcome(
    @Nullable InsiAnswer answer,
    @Nullable InsiFault fault,
    AnswerForm form,
    Map<Control, String> failed) {

  /** Checks that exactly one of answer and fault is there. */
  public InsiOutcome {
    if ((answer == null) == (fault == null)) {
      throw new IllegalArgumentException("an outcome is an answer or a fault");
    }
    failed = Map.copyOf(failed);
  }

  /** Return code, or code of the fault. */
  public String result() {
    return answer != null ? answer.code() : fault == null ? "" : fault.code();
  }
}
