using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Determines, once per session, how the company writes the end of absences, and reads absences accordingly.
/// Thread-safe.
/// </summary>
/// <param name="session">The session.</param>
internal sealed class AbsenceEndProof(PersonioSession session)
{
    // If several absences were inconclusive, more are unlikely to help, and each costs a request.
    private const int MaxAttempts = 3;

    private readonly object _gate = new();
    private Task _proof = Task.CompletedTask;
    private volatile AbsenceEndReading _reading;
    private volatile AbsenceEndReading _writing;
    private volatile bool _isSearched;
    private volatile bool _isWriteChecked;
    private int _attempts;
    private int _checks;

    /// <summary>What has been proved so far about the absences that Personio sends.</summary>
    public AbsenceEndReading Reading => _reading;

    /// <summary>
    /// Returns the absences with their last days as the company writes them. Uses the absences to prove the reading if
    /// it is not known yet.
    /// </summary>
    /// <param name="absences">The absences.</param>
    /// <param name="log">Receives diagnostics.</param>
    /// <param name="cancellationToken">Cancels the request that proves the reading.</param>
    public async ValueTask<IReadOnlyList<AbsencePeriod>> ReadAsync(
        IReadOnlyList<AbsencePeriod> absences, IActivityLog log, CancellationToken cancellationToken)
    {
        if (_reading == AbsenceEndReading.Unproven && absences.Any(AbsenceEnd.IsOpenToReading))
        {
            await ProveAsync(absences, log, cancellationToken).ConfigureAwait(false);
        }

        return _reading == AbsenceEndReading.Inclusive
            ? [.. absences.Select(absence => absence with { EndsInclusively = true })]
            : absences;
    }

    /// <summary>
    /// Returns the reading to use for a change. If it is not known yet, looks at absences of the company.
    /// </summary>
    /// <exception cref="PersonioException">
    /// Absences could not be read for a reason other than <see cref="ErrorKind.AccessDenied"/> or
    /// <see cref="ErrorKind.NotFound"/>, which leave the reading unproven.
    /// </exception>
    public async Task<AbsenceEndReading> GetForWritingAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        if (_reading == AbsenceEndReading.Unproven && !_isSearched)
        {
            ApiRequest newest = Endpoints.ListAbsencePeriods.For().WithLimit(Endpoints.ListAbsencePeriods.PageSize);
            try
            {
                // Listing absences proves the reading as a side effect.
                _ = await session.CreateReader<AbsencePeriod>(log, newest)
                    .ReadFirstPageAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PersonioException fault) when (fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
            {
                log.Verbose($"The form of the last day of absences could not be checked. {fault.Message}");
            }

            _isSearched = true;
        }

        return _writing == AbsenceEndReading.Unproven ? _reading : _writing;
    }

    /// <summary>
    /// Compares the first absence written in the session with the request, using its daily amounts. The reading that
    /// whole days prove applies to further changes, and to listings if nothing has been proved about them.
    /// </summary>
    /// <param name="id">The id of the absence.</param>
    /// <param name="requested">The requested days.</param>
    /// <param name="log">Receives diagnostics.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>
    /// The booked days if they differ from the requested ones by more than weekends; null if they do not, or if nothing
    /// was compared.
    /// </returns>
    public async Task<AbsenceDays?> CheckWrittenAsync(
        string id, AbsenceDays requested, IActivityLog log, CancellationToken cancellationToken)
    {
        if (_isWriteChecked || Interlocked.Increment(ref _checks) > MaxAttempts)
        {
            return null;
        }

        IReadOnlyList<AbsenceBreakdown> amounts = await ReadAmountsAsync(
            id, $"Whether Personio booked the requested days of absence {id} could not be checked.", log,
            cancellationToken).ConfigureAwait(false);
        if (amounts.Min(day => day.Date) is not { } first || amounts.Max(day => day.Date) is not { } last)
        {
            return null;
        }

        if (!requested.HasHalfDay)
        {
            _isWriteChecked = true;
            Learn(AbsenceEnd.Judge(requested.First, requested.Sent, amounts));
        }

        AbsenceDays booked = requested with { First = first.Date, Last = last.Date };
        return booked == requested || AbsenceEnd.LacksWeekends(booked, requested) ? null : booked;
    }

    // A company may expect another form than it sends, so a written absence overrides nothing that a read one proved.
    private void Learn(AbsenceEndReading written)
    {
        _writing = written;
        if (_reading == AbsenceEndReading.Unproven)
        {
            _reading = written;
        }
    }

    // One proof at a time: pages that arrive concurrently wait for it instead of each starting their own.
    private async Task ProveAsync(
        IReadOnlyList<AbsencePeriod> absences, IActivityLog log, CancellationToken cancellationToken)
    {
        while (_reading == AbsenceEndReading.Unproven)
        {
            TaskCompletionSource? own = null;
            Task proving;
            lock (_gate)
            {
                if (_proof.IsCompleted)
                {
                    own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    _proof = own.Task;
                }

                proving = _proof;
            }

            if (own is null)
            {
                await proving.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                await ProveWithAsync(absences, log, cancellationToken).ConfigureAwait(false);
                return;
            }
            finally
            {
                own.SetResult();
            }
        }
    }

    private async Task ProveWithAsync(
        IReadOnlyList<AbsencePeriod> absences, IActivityLog log, CancellationToken cancellationToken)
    {
        if (absences.FirstOrDefault(AbsenceEnd.IsInclusive) is { } plain)
        {
            SetReading(AbsenceEndReading.Inclusive, plain, log);
        }
        else if (AbsenceEnd.FindWitness(absences, session.Today) is { } witness && _attempts < MaxAttempts)
        {
            _attempts++;
            IReadOnlyList<AbsenceBreakdown> amounts = await ReadAmountsAsync(
                witness.AbsencePeriodId!,
                "Whether absences end with their last day or with the midnight after it could not be checked; the "
                    + "midnight is assumed.",
                log,
                cancellationToken).ConfigureAwait(false);
            SetReading(AbsenceEnd.Judge(witness.StartsFrom!.Value, witness.EndsAt!.Value, amounts), witness, log);
        }
    }

    private void SetReading(AbsenceEndReading reading, AbsencePeriod witness, IActivityLog log)
    {
        _reading = reading;
        log.Verbose(reading switch
        {
            AbsenceEndReading.Inclusive =>
                $"Absences end with their last day, as absence {witness.AbsencePeriodId} proves.",
            AbsenceEndReading.Exclusive =>
                $"Absences end with the midnight after their last day, as absence {witness.AbsencePeriodId} proves.",
            _ => $"Absence {witness.AbsencePeriodId} does not tell whether absences end with their last day or with "
                + "the midnight after it: the midnight is assumed.",
        });
    }

    // Empty if the amounts cannot be read: a failed check must not make the listing fail.
    private async Task<IReadOnlyList<AbsenceBreakdown>> ReadAmountsAsync(
        string id, string failure, IActivityLog log, CancellationToken cancellationToken)
    {
        var amounts = new List<AbsenceBreakdown>();
        Endpoint endpoint = Endpoints.ListAbsenceBreakdowns;
        try
        {
            await foreach (AbsenceBreakdown day in session
                .CreateReader<AbsenceBreakdown>(log, endpoint.For(id).WithLimit(endpoint.PageSize))
                .ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                amounts.Add(day);
            }

            return amounts;
        }
        catch (PersonioException fault)
        {
            // Without the right to read amounts, further attempts would fail too.
            _isWriteChecked |= fault.Kind == ErrorKind.AccessDenied;
            _attempts = fault.Kind == ErrorKind.AccessDenied ? MaxAttempts : _attempts;
            log.Warning($"{failure} {fault.Message}");
            return [];
        }
    }
}
