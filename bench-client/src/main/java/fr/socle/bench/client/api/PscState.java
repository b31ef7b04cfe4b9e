package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Pro Santé Connect holds in a space.
 *
 * @param sessions sessions, living and ended
 * @param clients identifiers of the registered relying parties
 * @param phone what asks for somebody's phone or card, or asked for it a moment ago, oldest first
 * @param logouts relying parties told of the end of a session, oldest first
 */
public record PscState(
    List<Session> sessions,
    List<String> clients,
    List<PhoneRequest> phone,
    List<LogoutNotice> logouts) {

  /** A state without any notice of logout. */
  public PscState(List<Session> sessions, List<String> clients, List<PhoneRequest> phone) {
    this(sessions, clients, phone, List.of());
  }

  /**
   * One session of a professional.
   *
   * @param id {@code session_state}
   * @param nationalId who
   * @param clientIds relying parties that used it
   * @param startedAt when it began
   * @param active whether it still lives
   */
  public record Session(
      String id, String nationalId, List<String> clientIds, Instant startedAt, boolean active) {}

  /**
   * A login asked without browser (CIBA).
   *
   * @param id its identifier in the bench; also {@code demandeCiba} in the journal
   * @param nationalId who is to answer
   * @param clientId relying party that asked
   * @param channel {@code MOBILE} or {@code CARD}
   * @param bindingMessage what the person has to compare; absent when none was sent
   * @param status {@code en-attente}, {@code acceptee}, {@code refusee}, {@code autre-numero},
   *     {@code expiree} or {@code servie} (its tokens were collected)
   * @param askedAt when it was asked
   * @param expiresAt when it expires
   * @param polls how many times the relying party asked for the result
   * @param slowDowns how many of them were told to slow down
   */
  public record PhoneRequest(
      String id,
      String nationalId,
      String clientId,
      String channel,
      @Nullable String bindingMessage,
      String status,
      Instant askedAt,
      Instant expiresAt,
      int polls,
      int slowDowns) {}

  /**
   * A relying party told of the end of a session.
   *
   * @param sessionId session that ended
   * @param clientId relying party
   * @param channel {@code arriere} (a logout token was posted to it) or {@code navigateur} (its
   *     address is in a frame of the page)
   * @param address where
   * @param status {@code en-cours}, {@code recue} (200 or 204), {@code refusee} (another answer),
   *     {@code injoignable} (no answer) or, in the browser, {@code page}
   * @param httpStatus status of its answer, absent without
   * @param faults faults that spoilt the token
   * @param sentAt when it was sent
   */
  public record LogoutNotice(
      String sessionId,
      String clientId,
      String channel,
      String address,
      String status,
      @Nullable Integer httpStatus,
      List<String> faults,
      Instant sentAt) {}
}
