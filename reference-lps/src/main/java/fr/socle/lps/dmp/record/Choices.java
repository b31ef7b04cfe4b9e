package fr.socle.lps.dmp.record;

import org.jspecify.annotations.Nullable;

/**
 * What a patient said of his DMP (dmp.md 5.2).
 *
 * @param consultation whether he agrees to its consultation, null when nothing was recorded
 * @param feeding whether documents may be sent to it: yes unless he objects
 * @param secret whether a minor wants his legal representatives not to know
 */
public record Choices(@Nullable Boolean consultation, boolean feeding, boolean secret) {

  public static final Choices NONE = new Choices(null, true, false);

  public boolean accepts() {
    return Boolean.TRUE.equals(consultation);
  }

  public boolean refuses() {
    return Boolean.FALSE.equals(consultation);
  }
}
