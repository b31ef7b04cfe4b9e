package fr.socle.psc.service.ciba;

/**
 * A request as the phone of its person, or the control API, shows it.
 *
 * @param request the request
 * @param status where it stands
 * @param answerable whether somebody can still answer it
 * @param polls how many times its client asked for the result
 * @param slowDowns how many of them were told to slow down
 */
public record PhoneRequest(
    CibaRequest request, Status status, boolean answerable, int polls, int slowDowns) {}
