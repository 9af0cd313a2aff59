namespace Personio;

/// <summary>Finds the person of a row by id, email address or both.</summary>
internal static class ImportPerson
{
    /// <summary>The id of the person in a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="persons">Looks addresses up.</param>
    /// <exception cref="PersonioException">
    /// No person is specified, the address is unknown, or id and address belong to different persons.
    /// </exception>
    public static string Find(ImportRow row, PersonIds persons)
    {
        RejectMismatch(row, persons);
        return row.PersonId ?? (row.Address is { } address
            ? persons.Resolve(address)
            : throw PersonioException.Invalid("PersonId and Email are both empty. Specify one of them."));
    }

    // An address that is unknown or cannot be looked up does not contradict the id in the same row.
    private static void RejectMismatch(ImportRow row, PersonIds persons)
    {
        if (row.Text("PersonId") is not { } named || row.Text("Email") is not { } address)
        {
            return;
        }

        bool differ = PersonIds.IsAddress(named)
            ? !string.Equals(named, address, StringComparison.OrdinalIgnoreCase)
            : persons.IdOrNull(address) is { } id && id != named;
        if (differ)
        {
            throw PersonioException.Invalid(
                $"PersonId '{named}' and Email '{address}' belong to different persons. Correct one of them, or leave "
                + "it empty.");
        }
    }
}
