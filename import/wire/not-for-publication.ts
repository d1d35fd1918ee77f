/** The line above information for editors that some agencies send below the text. */
export const NOT_FOR_PUBLICATION =
  /following information is not (?:intended )?for publication|folgenden? informationen sind nicht zur ver[öo]ffentlichung/i;
