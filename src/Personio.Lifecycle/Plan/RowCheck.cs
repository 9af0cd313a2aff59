using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Personio.Lifecycle;

/// <summary>
/// The checksum of a row. It survives a CSV round trip: null equals empty, and line endings do not matter. It detects
/// damage by spreadsheets; it is not a signature.
/// </summary>
internal static class RowCheck
{
    private const int HashLength = 8;

    /// <summary>Returns the row with its checksum.</summary>
    public static PlanRow Seal(PlanRow row) => row with { Check = Compute(row) };

    /// <summary>Whether a row is unchanged since it was written.</summary>
    public static bool IsIntact(PlanRow row) =>
        string.Equals(row.Check?.Trim(), Compute(row), StringComparison.OrdinalIgnoreCase);

    private static string Compute(PlanRow row)
    {
        string?[] columns =
        [
            row.PlanId, row.PlannedAt, row.AsOf, row.Directory, row.Kind.ToString(), row.Action.ToString(), row.Finding,
            row.PersonId, row.AccountId, row.UserName, row.NextUserName, row.DisplayName, row.Email,
            row.MatchedBy.ToString(), row.Day, row.Reason, row.Changes, row.Adjusted, row.Risk.ToString(),
            row.Base.ToString(CultureInfo.InvariantCulture), row.LimitKind.ToString(),
            row.Allowed.ToString(CultureInfo.InvariantCulture), row.OverLimit ? "True" : "False",
        ];
        var text = new StringBuilder();
        foreach (string? column in columns)
        {
            string value = (column ?? "").ReplaceLineEndings("\n");
            // The length prefix ensures that different rows never produce the same text.
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }

        // Starts with a letter: a spreadsheet would turn a checksum of digits, or of digits with one E, into a number.
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"c{Convert.ToHexString(hash[..HashLength]).ToLowerInvariant()}";
    }
}
