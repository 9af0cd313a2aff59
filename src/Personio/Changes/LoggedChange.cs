namespace Personio;

/// <summary>
/// A description of a change that is safe for any log: only kinds and IDs, no other data of a person.
/// </summary>
/// <param name="Action">The operation, for example <c>Create absence</c>.</param>
/// <param name="Target">The object of the operation, for example <c>person 4711</c>.</param>
internal sealed record LoggedChange(string Action, string Target)
{
    /// <inheritdoc/>
    public override string ToString() => $"\"{Action}\" on \"{Target}\"";
}
