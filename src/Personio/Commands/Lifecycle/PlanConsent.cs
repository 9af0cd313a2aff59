using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Asks for confirmation before a row of a plan is applied.</summary>
internal static class PlanConsent
{
    /// <summary>
    /// Returns true if a row may be applied. Asks before a row that changes whether someone can sign in; before other
    /// rows only with -Confirm or if the preference requires it.
    /// </summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="row">The row.</param>
    /// <param name="directory">The directory, for display.</param>
    /// <param name="always">True if -Confirm or -WhatIf was specified.</param>
    /// <param name="isForced">True to suppress the prompt.</param>
    public static bool Request(PSCmdlet command, PlanRow row, string directory, bool always, bool isForced)
    {
        bool isHigh = row.Action is PlanAction.Disable or PlanAction.Enable;
        var preference = LanguagePrimitives.ConvertTo<ConfirmImpact>(
            command.GetVariableValue("ConfirmPreference") ?? ConfirmImpact.High);
        if (!always && (isForced || (!isHigh && preference is ConfirmImpact.High or ConfirmImpact.None)))
        {
            return true;
        }

        string account = string.IsNullOrEmpty(row.UserName) ? row.DisplayName ?? "" : row.UserName;
        string day = row.Day is { Length: > 0 } date ? $", {date}" : "";
        string action = row.Action == PlanAction.LinkManager ? "Set manager" : $"{row.Action} account";
        return Confirmation.Request(
            command, $"{account} (person {row.PersonId}){day} in {directory}: {row.Reason}", action,
            new LoggedChange(action, $"person {row.PersonId}"));
    }
}
