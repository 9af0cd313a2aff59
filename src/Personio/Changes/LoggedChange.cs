namespace Personio;

/// <summary>A change in words that may stand in any log: kinds and ids, nothing else of a person.</summary>
/// <param name="Action">What is done, for example <c>Create absence</c>.</param>
/// <param name="Target">What it is done to, for example <c>person 4711</c>.</param>
internal sealed record LoggedChange(string Action, string Target)
{
    /// <inheritdoc/>
    public override string ToString() => $"\"{Action}\" on \"{Target}\"";
}
