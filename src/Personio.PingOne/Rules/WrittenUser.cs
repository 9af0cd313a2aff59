using Personio.Models;

namespace Personio.PingOne;

/// <summary>A user as the service answered after a write.</summary>
/// <param name="User">The user.</param>
/// <param name="NotKept">
/// The paths of attributes whose value is not the one that was sent: PingOne drops what its schema does not have without
/// a word.
/// </param>
public sealed record WrittenUser(PingOneUser User, IReadOnlyList<string> NotKept);
