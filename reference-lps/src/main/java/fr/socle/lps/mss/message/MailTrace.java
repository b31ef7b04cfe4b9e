package fr.socle.lps.mss.message;

/**
 * A line of the log of what was done with the mail (ECO.4.1.1, 4.1.2).
 *
 * @param at local time of the workstation
 * @param author national identifier of who was logged in, empty for nobody
 * @param action what was done: {@code envoi}, {@code releve}, {@code lecture}, {@code classement}…
 * @param request what was asked of the server
 * @param answer what it answered, failures included
 * @param about the document or message it was about, empty for none
 */
public record MailTrace(
    String at, String author, String action, String request, String answer, String about) {}
