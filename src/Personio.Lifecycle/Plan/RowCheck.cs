using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Personio.Lifecycle;

/// <summary>
/// The checksum of a row. It is the same after a CSV: null and empty are one, and so are the line ends. It finds what a
/// spreadsheet damages; it is not a signature.
/// </summary>
internal static class RowCheck
{
    private const int Bytes = 8;

    /// <summary>The row with its checksum.</summary>
    public static PlanRow Sealed(PlanRow row) => row with { Check = Compute(row) };

    /// <summary>Whether a row is as it was written.</summary>
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
            // The length before the value: no two rows have the same text.
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }

        // A letter first: a checksum of digits alone, or with an E among them, would become a number in a spreadsheet.
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"c{Convert.ToHexString(hash[..Bytes]).ToLowerInvariant()}";
    }
}
