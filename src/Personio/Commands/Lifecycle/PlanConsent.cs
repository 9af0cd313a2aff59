using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Asks before a row of a plan is applied.</summary>
internal static class PlanConsent
{
    /// <summary>
    /// Whether a row may be applied. Before somebody can sign in or no longer can, it asks; before other rows only with
    /// -Confirm, or where the preference says so.
    /// </summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="row">The row.</param>
    /// <param name="directory">The directory, for people.</param>
    /// <param name="always">Whether -Confirm or -WhatIf was typed.</param>
    /// <param name="isForced">Whether no question is wanted.</param>
    public static bool Ask(PSCmdlet command, PlanRow row, string directory, bool always, bool isForced)
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
        return Confirmation.Ask(
            command, $"{account} (person {row.PersonId}){day} in {directory}: {row.Reason}", action,
            new LoggedChange(action, $"person {row.PersonId}"));
    }
}
